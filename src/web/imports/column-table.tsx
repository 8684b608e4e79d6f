import { fieldsOfKind, traitNameOf, usualIdentifiers } from '../../contract/import-fields.ts'
import { useWord } from '../texts/say.ts'
import { useText } from '../texts/texts.ts'
import { NativeSelect } from '../ui/parts.ts'
import styles from './imports.module.css'
import type { ImportMapping } from './mapping.ts'
import type { Plan } from './use-plan.ts'

/** Samples of a column that are shown. */
const samplesShown = 3

/** The columns of the file, each with samples and what it means. */
export function ColumnTable({
  mapping,
  columns,
  onChange,
}: {
  mapping: ImportMapping
  columns: Plan['columns']
  onChange: (header: string, field: string) => void
}) {
  const t = useText('imports')
  const samples = new Map(columns.map((column) => [column.header, column.samples]))
  return (
    <ul className={styles.columns}>
      {mapping.columns.map(({ header, field }) => (
        <li key={header} className={styles.column} data-ignored={field === 'ignore' || undefined}>
          <div className={styles.columnName}>
            <bdi className={styles.columnHeader}>{header}</bdi>
            <Samples values={samples.get(header) ?? []} />
          </div>
          <FieldSelect
            label={t('columns.means', { header })}
            kind={mapping.kind}
            header={header}
            field={field}
            onChange={(chosen) => onChange(header, chosen)}
          />
        </li>
      ))}
    </ul>
  )
}

function Samples({ values }: { values: readonly string[] }) {
  const t = useText('imports')
  if (values.length === 0) return <span className={styles.soft}>{t('columns.empty')}</span>
  return (
    <span className={styles.samples}>
      {values.slice(0, samplesShown).map((value) => (
        <bdi key={value}>{value}</bdi>
      ))}
    </span>
  )
}

function FieldSelect({
  label,
  kind,
  header,
  field,
  onChange,
}: {
  label: string
  kind: ImportMapping['kind']
  header: string
  field: string
  onChange: (field: string) => void
}) {
  const t = useText('imports')
  const word = useWord()
  const own = field.startsWith('trait:') ? field : `trait:${traitNameOf(header)}`
  const further = new Set<string>(usualIdentifiers)
  if (field.startsWith('identifier:')) further.add(field.slice('identifier:'.length))
  const fields = new Set<string>(fieldsOfKind[kind])
  if (!field.includes(':') && field !== 'ignore') fields.add(field)
  const groups = [
    {
      group: t('columns.fields'),
      items: [...fields].map((one) => ({ value: one, label: t(`field.${one as 'sku'}`) })),
    },
    ...(kind === 'units'
      ? [
          {
            group: t('columns.further'),
            items: [...further].map((one) => ({
              value: `identifier:${one}`,
              label: word('identifier', one),
            })),
          },
        ]
      : []),
    {
      group: t('columns.properties'),
      items: [{ value: own, label: t('columns.own', { name: own.slice('trait:'.length) }) }],
    },
  ]
  return (
    <NativeSelect
      aria-label={label}
      value={field}
      data={[{ value: 'ignore', label: t('field.ignore') }, ...groups]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
