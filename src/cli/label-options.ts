import type { Command } from 'commander'
import { parseFew } from './inputs.ts'

/** Which labels shall be made, as it is written on the command line. */
export interface WantedLabels {
  readonly template?: string
  readonly find?: string
  readonly units?: string
  readonly locations?: string
  readonly copies?: number
}

/** Adds the options that say which labels shall be made. */
export const addWantedLabels = (command: Command): Command =>
  command
    .option('--template <name>', 'the template; that of the item when absent')
    .option('--find <search>', 'units that this search finds')
    .option('--units <ids>', 'units by id, such as 1-1000,1005')
    .option('--locations <codes>', 'labels of places, such as A-01,A-02')
    .option('--copies <count>', 'labels of each', parseFew)

/** The same as an operation takes it. */
export const wantedLabels = ({ find, template, units, locations, copies }: WantedLabels) => ({
  ...(template !== undefined && { template }),
  ...(find !== undefined && { query: find }),
  ...(units !== undefined && { units }),
  ...(locations !== undefined && { locations }),
  ...(copies !== undefined && { copies }),
})
