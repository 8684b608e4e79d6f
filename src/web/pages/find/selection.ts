import { useState } from 'react'

/** Units that something is to be done to. */
export interface Selection {
  readonly ids: readonly number[]
  readonly has: (id: number) => boolean
  readonly toggle: (id: number) => void
  readonly choose: (ids: readonly number[]) => void
  readonly clear: () => void
}

/** The units that are chosen in a list; another list begins without any. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  return {
    ids: [...chosen],
    has: (id) => chosen.has(id),
    toggle: (id) => setChosen((former) => toggled(former, id)),
    choose: (ids) => setChosen(new Set(ids)),
    clear: () => setChosen(new Set()),
  }
}

const toggled = (ids: ReadonlySet<number>, id: number): ReadonlySet<number> =>
  ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id])
