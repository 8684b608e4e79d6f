import { useMay } from '../data/identity.ts'
import { useCompany } from '../data/session.ts'

/** Whether whoever is signed in may make and change things of a kind; lots come with what arrives. */
export const useMaySetUp = (kind: string): boolean =>
  useMay(kind === 'lot' ? 'record' : 'manage', useCompany())
