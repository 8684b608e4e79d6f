import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { parseQuery, type SearchQuery } from '../../../domain/search/index.ts'
import { useOperation } from '../../data/operations.ts'
import { useText } from '../../texts/texts.ts'
import { useSearchOptions } from '../../traits/use-search-options.ts'
import { Page } from '../../ui/page.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { usualColumns } from './columns.tsx'
import { FindToolbar } from './find-toolbar.tsx'
import { GroupTable } from './group-table.tsx'
import { QueryField } from './query-field.tsx'
import { SavedViews } from './saved-views.tsx'
import { useSelection } from './selection.ts'
import { UnitTable } from './unit-table.tsx'
import styles from './find-page.module.css'
import { outlineOf } from './use-found-units.ts'

const route = getRouteApi('/c/$company/find')

/** Units by the search language: as a list of any length, or counted in groups. */
export function FindPage() {
  const t = useText('find')
  const { q = '', columns } = route.useSearch()
  const navigate = route.useNavigate()
  const search = (next: string) =>
    void navigate({ search: { ...(next !== '' && { q: next }), ...(columns && { columns }) } })
  const parsed = parseQuery(q, useSearchOptions())
  return (
    <Page title={t('title')} wide>
      <QueryField key={`field ${q}`} q={q} parsed={parsed} onSearch={search} />
      <SavedViews q={q} />
      {parsed.ok && (
        <Found
          key={`found ${q}`}
          q={q}
          query={parsed.query}
          chosenColumns={columns}
          onSearch={search}
          onColumns={(columns) =>
            void navigate({ search: { ...(q !== '' && { q }), columns }, replace: true })
          }
        />
      )}
    </Page>
  )
}

function Found(props: {
  q: string
  query: SearchQuery
  chosenColumns: readonly string[] | undefined
  onSearch: (q: string) => void
  onColumns: (columns: readonly string[]) => void
}) {
  const { q, query, chosenColumns, onSearch, onColumns } = props
  const [hasPortions, setHasPortions] = useState(false)
  const columns = chosenColumns ?? usualColumns(hasPortions)
  const t = useText('find')
  const selection = useSelection()
  const isGrouped = query.group.length > 0
  const { data } = useOperation('outlineUnits', outlineOf(q), { enabled: !isGrouped })
  return (
    <>
      <div className={styles.tools}>
        <FindToolbar {...{ q, query, columns, onSearch, onColumns }} />
        {data && !isGrouped && <p aria-live="polite">{t('total', { count: data.total })}</p>}
      </div>
      {isGrouped ? (
        <GroupTable query={q} by={query.group} />
      ) : (
        <UnitTable
          query={q}
          columns={columns}
          selection={selection}
          onPortions={() => setHasPortions(true)}
        />
      )}
      <BulkBar query={q} total={data?.total ?? 0} selection={selection} />
    </>
  )
}
