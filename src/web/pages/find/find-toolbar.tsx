import { Columns3, Download } from 'lucide-react'
import { describeGroup, formatFieldName, type SearchQuery } from '../../../domain/search/index.ts'
import { timeZoneOffsetMinutes } from '../../data/search-clock.ts'
import { useClient } from '../../data/session.ts'
import { listOf } from '../../../i18n/clause.ts'
import { useSaid } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { useTraits } from '../../traits/use-traits.ts'
import { Button, Menu, NativeSelect } from '../../ui/parts.ts'
import { Row } from '../../ui/page.tsx'
import { ColumnName } from './column-name.tsx'
import { ownColumns } from './columns.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import styles from './find-page.module.css'
import { KeepSearch } from './saved-views.tsx'
import { withGroup, withoutGroup } from './query-text.ts'

/** What units can be counted by without writing it. */
const groups = [
  'status',
  'item',
  'loc',
  'lot',
  'supplier',
  'month(received)',
  'month(made)',
] as const

/** How the search is shown: counted by something, in which columns, or as a file. */
export function FindToolbar({
  q,
  query,
  columns,
  onSearch,
  onColumns,
}: {
  q: string
  query: SearchQuery
  columns: readonly string[]
  onSearch: (q: string) => void
  onColumns: (columns: readonly string[]) => void
}) {
  const t = useText('find')
  const say = useSaid()
  const isNarrow = useNarrow()
  const group = query.group
    .map(({ field, period }) => (period ? `${period}(${field.name})` : formatFieldName(field)))
    .join()
  const keys = query.group.map(describeGroup)
  const isListed = groups.some((one) => one === group)
  return (
    <Row>
      <NativeSelect
        className={styles.by}
        aria-label={t('countBy')}
        value={group}
        data={[
          { value: '', label: t('noGroup') },
          ...groups.map((one) => ({ value: one, label: t('by', { what: t(`group.${one}`) }) })),
          ...(group === '' || isListed
            ? []
            : [{ value: group, label: t('by', { what: say(listOf('and', keys)) }) }]),
        ]}
        onChange={({ currentTarget: { value } }) => onSearch(withGroup(q, value))}
      />
      {query.group.length === 0 && !isNarrow && (
        <ColumnsMenu columns={columns} onColumns={onColumns} />
      )}
      <ExportMenu q={q} columns={columns} />
      <KeepSearch q={q} columns={columns} />
    </Row>
  )
}

const formats = ['csv', 'xlsx', 'jsonl'] as const

/** The columns of a file for one of the table: an amount stays a number, its measure beside it. */
const filed = (column: string) => (column === 'quantity' ? [column, 'measure'] : [column])

/** Every unit of the search as a file; the server writes it while it is being saved. */
function ExportMenu({ q, columns }: { q: string; columns: readonly string[] }) {
  const t = useText('find')
  const client = useClient()
  const asked = {
    query: withoutGroup(q),
    columns: ['serial', ...columns.flatMap(filed)].join(),
    timeZoneOffsetMinutes: timeZoneOffsetMinutes(),
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<Download aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={client.address('downloadUnits', { ...asked, format })}
            download
          >
            {t(`format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function ColumnsMenu(props: {
  columns: readonly string[]
  onColumns: (columns: readonly string[]) => void
}) {
  const { columns, onColumns } = props
  const t = useText('find')
  const traits = useTraits().defined.map(({ code }) => `trait.${code}`)
  const all = [...new Set([...Object.keys(ownColumns), ...traits, ...columns])]
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<Columns3 aria-hidden />}>
          {t('columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map((name) => (
          <Menu.CheckboxItem
            key={name}
            checked={columns.includes(name)}
            onChange={(isChosen) =>
              onColumns(isChosen ? [...columns, name] : columns.filter((one) => one !== name))
            }
          >
            <ColumnName name={name} />
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
