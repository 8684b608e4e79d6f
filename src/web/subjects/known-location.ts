import type { Unit } from '../../client/web-client.ts'

/** Whether a code is that of the place for what nobody knows the place of; nobody goes there. */
export const isElsewhere = (code: unknown): boolean => code === 'ELSEWHERE'

/** Where a unit is; null where nobody knows. */
export const knownLocation = ({ location }: Unit['place']): Unit['place']['location'] =>
  isElsewhere(location?.code) ? null : location
