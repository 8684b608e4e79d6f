import { isSetUp } from '../../domain/subject-words.ts'
import { useMay } from '../data/identity.ts'
import { useCompany } from '../data/session.ts'

/** What making and changing things of a kind needs. */
export const needOfKind = (kind: string) => (isSetUp(kind) ? 'manage' : 'record')

/** Whether whoever is signed in may make and change things of a kind. */
export const useMaySetUp = (kind: string): boolean => useMay(needOfKind(kind), useCompany())
