import { z } from 'zod'
import { columnsMax, headerLengthMax } from '../../../files/read/limits.ts'
import { fieldSchema, importKinds, traitTypes } from './field.ts'
import type { Field } from './field.ts'
import { issueOf } from '../../../domain/issue.ts'

export const mappingColumn = z.object({
  /** Name of the column in the file. */
  header: z.string().min(1).max(headerLengthMax),
  field: fieldSchema,
  /** What the trait holds; text when it is left out. */
  type: z.enum(traitTypes).optional(),
  /** How `03/04/2024` is read; such a date is refused when it is left out. */
  dateOrder: z.enum(['day_first', 'month_first']).optional(),
  /** How `1,234` is read; such a number is refused when it is left out. */
  decimalMark: z.enum(['.', ',']).optional(),
})

/** What each column of a file means. Plain JSON: it can be saved, named and used again. */
export const mapping = z.object({
  version: z.literal(1),
  kind: z.enum(importKinds),
  columns: z.array(mappingColumn).max(columnsMax),
  /** Values for rows whose columns do not say them: the item of a bare list of serials. */
  fixed: z.partialRecord(fieldSchema, z.string().max(2000)).optional(),
  /** A row without a serial is refused, or its unit gets a number of ours. */
  missingSerial: z.enum(['refuse', 'number']).optional(),
})

/** Where a mapping is wrong and how, for the sentence of a problem. */
export function wrongMapping({ issues: [issue] }: z.ZodError) {
  return { place: issue?.path.join('.') || '{}', problem: issueOf(issue) }
}

export type Mapping = z.infer<typeof mapping>
export type MappingColumn = z.infer<typeof mappingColumn>

/** A mapping tied to the columns of one file. */
export interface BoundMapping {
  readonly mapping: Mapping
  readonly columns: readonly (MappingColumn & { readonly index: number })[]
  readonly fixed: readonly (MappingColumn & { readonly value: string })[]
}

export interface Binding {
  readonly bound: BoundMapping
  /** Columns of the mapping that the file does not have. */
  readonly missing: readonly string[]
  /** Columns of the file that the mapping does not name; they are left out. */
  readonly unknown: readonly string[]
}

/** Ties a mapping to a file by the names of its columns; their order does not matter. */
export function bindMapping(chosen: Mapping, headers: readonly string[]): Binding {
  const places = new Map(headers.map((header, index) => [header, index]))
  const columns = chosen.columns.flatMap((column) => {
    const index = places.get(column.header)
    return index === undefined ? [] : [{ ...column, index }]
  })
  const named = new Set(chosen.columns.map(({ header }) => header))
  const fixed = Object.entries(chosen.fixed ?? {}).map(([field, value]) => ({
    header: field,
    field: field as Field,
    value: value ?? '',
  }))
  return {
    bound: {
      mapping: chosen,
      columns: columns.filter(({ field }) => field !== 'ignore'),
      fixed,
    },
    missing: [...named].filter((header) => !places.has(header)),
    unknown: headers.filter((header) => !named.has(header)),
  }
}
