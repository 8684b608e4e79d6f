import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { usePages } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { lotFields } from '../../subjects/fields.ts'
import rows from '../../subjects/rows.module.css'
import { searchFor } from '../../subjects/searches.ts'
import { SubjectForm } from '../../subjects/subject-form.tsx'
import { SubjectRow } from '../../subjects/subject-list.tsx'
import { useCounts } from '../../subjects/use-counts.ts'
import { useMaySetUp } from '../../subjects/use-may-set-up.ts'
import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import { Button, IconButton } from '../../ui/parts.ts'
import { Answered, EmptyState } from '../../ui/states.tsx'

/** The lots of an item, with how many units each has in stock. */
export function ItemLots({ item }: { item: string }) {
  const t = useText('things')
  const company = useCompany()
  const mayMake = useMaySetUp('lot')
  const [isCreating, setCreating] = useState(false)
  const pages = usePages('listSubjects', { kind: 'lot', item, limit: 20 })
  const inStock = useCounts(`${searchFor('sku', item)} status:in_stock`, 'lot')
  return (
    <Panel
      title={t('lots')}
      flush
      actions={
        mayMake && (
          <IconButton label={t('newLot')} onClick={() => setCreating(true)}>
            <Plus aria-hidden />
          </IconButton>
        )
      }
    >
      <Answered query={pages} lines={2}>
        {(loaded) => {
          const lots = loaded.flatMap(({ subjects }) => subjects)
          return lots.length === 0 ? (
            <EmptyState title={t('noLots')} detail={t('noLotsDetail')} />
          ) : (
            <ul className={rows['rows']}>
              {lots.map(({ id, code }) => (
                <li key={id}>
                  <Link
                    to="/c/$company/items/$item/lots/$lot"
                    params={{ company, item, lot: code }}
                    className={rows['row']}
                  >
                    <SubjectRow code={code} end={t('inStock', { count: inStock(code) })} />
                  </Link>
                </li>
              ))}
            </ul>
          )
        }}
      </Answered>
      {pages.hasNextPage && (
        <div className={rows['more']}>
          <Button variant="default" onClick={() => void pages.fetchNextPage()}>
            {t('showMore')}
          </Button>
        </div>
      )}
      {isCreating && (
        <SubjectForm
          kind="lot"
          title={t('newLot')}
          fields={lotFields(t)}
          given={{ item }}
          onClose={() => setCreating(false)}
        />
      )}
    </Panel>
  )
}
