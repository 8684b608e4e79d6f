import { useState } from 'react'
import { errorFor, type Shown } from '../../data/ask.ts'

/** The fields of a form as they are written, and what the input of each is given. */
export function useFields<Fields extends Record<string, string | undefined>>(
  first: Fields,
  problem: Shown | undefined,
) {
  const [fields, setFields] = useState(first)
  const set = (changed: Partial<Fields>) => setFields((known) => ({ ...known, ...changed }))
  const input = (name: keyof Fields & string) => ({
    value: fields[name],
    autoComplete: 'off',
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      set({ [name]: value } as Partial<Fields>),
    ...errorFor(problem, name),
  })
  return { fields, set, input }
}
