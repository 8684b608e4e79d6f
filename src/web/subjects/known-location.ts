import type { Unit } from '../../client/web-client.ts'

/** Where a unit is; null where nobody knows, for which the ledger has a place of its own. */
export const knownLocation = ({ location }: Unit['place']): Unit['place']['location'] =>
  location?.code === 'ELSEWHERE' ? null : location
