import type { ImportKind } from '../../contract/import-fields.ts'

/** What a column of the file means. */
export interface MappedColumn {
  readonly header: string
  readonly field: string
  readonly [more: string]: unknown
}

/** What the columns of a file mean, as a dry run gives it and an import takes it. */
export interface ImportMapping {
  readonly version: 1
  readonly kind: ImportKind
  readonly columns: readonly MappedColumn[]
  readonly fixed?: Readonly<Record<string, string>> | undefined
  readonly missingSerial?: 'refuse' | 'number' | undefined
}

/** The mapping with another meaning of one column; a field stands for one column only. */
export const withField = (
  mapping: ImportMapping,
  header: string,
  field: string,
): ImportMapping => ({
  ...mapping,
  columns: mapping.columns.map((column) => {
    if (column.header === header) return { header, field }
    return column.field === field && field !== 'ignore' && !isShared(field)
      ? { header: column.header, field: 'ignore' }
      : column
  }),
})

/** Several columns can be notes: they are put together. */
const isShared = (field: string): boolean => field === 'note' || field === 'description'

/** The mapping with another value for the whole file, or none. */
export function withFixed(mapping: ImportMapping, field: string, value: string): ImportMapping {
  const { [field]: _, ...others } = mapping.fixed ?? {}
  return { ...mapping, fixed: value === '' ? others : { ...others, [field]: value } }
}

/** Whether a column says a field. */
export const says = ({ columns }: ImportMapping, ...fields: string[]): boolean =>
  columns.some(({ field }) => fields.includes(field))
