import { z } from 'zod'
import {
  fieldNames,
  importKinds,
  traitNameOf,
  type FieldName,
  type ImportKind,
} from '../../../contract/import-fields.ts'
import { issueText } from '../../../domain/issue.ts'

export { importKinds, traitNameOf, type FieldName, type ImportKind }

/** `identifier:imei` is a further number of a unit, `trait:colour` a property of its own name. */
export type Field = FieldName | `identifier:${string}` | `trait:${string}`

/** Name of a trait, as the domain allows it. */
const traitNamePattern = /^[\p{L}\p{N}_ -]{1,60}$/u
const identifierTypePattern = /^[a-z0-9_]{1,60}$/

export const isFieldName = (text: string): text is FieldName =>
  fieldNames.some((name) => name === text)

const isField = (text: string): boolean => {
  if (text.startsWith('identifier:')) return identifierTypePattern.test(text.slice(11))
  if (text.startsWith('trait:')) return traitNamePattern.test(text.slice(6))
  return isFieldName(text)
}

export const fieldSchema = z.string().refine(isField, {
  error: issueText('importField'),
  params: { fields: fieldNames.join(', ') },
}) as unknown as z.ZodType<Field, Field>

/** What a trait holds. */
export const traitTypes = ['text', 'number', 'boolean', 'date'] as const
export type TraitType = (typeof traitTypes)[number]
