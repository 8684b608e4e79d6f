import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The table of 29,072 drives, as its own file says it. */
export const drivesFile = join(import.meta.dirname, '../data/drives-2013.csv')

export interface DriveRow {
  readonly serial: string
  readonly model: string
  readonly capacity: number
  /** Times in milliseconds UTC. */
  readonly firstSeen: number
  readonly lastSeen: number
  readonly failed: number | undefined
}

/** Every row of the file, read without anything of ours. */
export function readDriveRows(): DriveRow[] {
  const [, ...lines] = readFileSync(drivesFile, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const [serial, model, capacity, first, last, failed] = line.trim().split(',')
    return {
      serial: serial!,
      model: model!,
      capacity: Number(capacity),
      firstSeen: Date.parse(first!),
      lastSeen: Date.parse(last!),
      failed: failed === '' ? undefined : Date.parse(failed!),
    }
  })
}
