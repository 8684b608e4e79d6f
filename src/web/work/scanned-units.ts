import { useMemo } from 'react'
import type { Unit } from '../../client/web-client.ts'
import { useKeptState } from './kept-state.ts'

/** A unit that was scanned for the work under way. */
export interface ScannedUnit {
  readonly id: number
  readonly serial: string | null
  /** What it is, by name. */
  readonly item: string | null
}

/** The units that were scanned, each once, the newest first. */
export interface ScannedUnits {
  readonly units: readonly ScannedUnit[]
  readonly has: (id: number) => boolean
  readonly add: (unit: ScannedUnit) => void
  readonly remove: (id: number) => void
  readonly clear: () => void
}

/** @param name tells the work from other work, such as `move` */
export function useScannedUnits(name: string): ScannedUnits {
  const [units, change] = useKeptState<readonly ScannedUnit[]>(`${name}.units`, [])
  return useMemo(
    () => ({
      units,
      has: (id) => units.some((one) => one.id === id),
      add: (unit) => change((before) => [unit, ...before.filter(({ id }) => id !== unit.id)]),
      remove: (id) => change((before) => before.filter((one) => one.id !== id)),
      clear: () => change(() => []),
    }),
    [units, change],
  )
}

/** What is kept of a unit when it is scanned. */
export const scannedUnit = ({ id, serial, item }: Unit): ScannedUnit => ({
  id,
  serial,
  item: item?.name ?? item?.code ?? null,
})

/** The unit's number, for the message that is about it. */
export const numberOf = ({ serial }: { serial: string | null }): { code?: string } =>
  serial === null ? {} : { code: serial }
