import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useCompany } from '../../data/session.ts'
import { itemFields } from '../../subjects/fields.ts'
import rows from '../../subjects/rows.module.css'
import { SubjectForm } from '../../subjects/subject-form.tsx'
import { SubjectList, SubjectRow } from '../../subjects/subject-list.tsx'
import { useCounts } from '../../subjects/use-counts.ts'
import { useText } from '../../texts/texts.ts'
import { Page } from '../../ui/page.tsx'
import { Button } from '../../ui/parts.ts'

/** Every item, with how many units of it are in stock. */
export function ItemsPage() {
  const t = useText('things')
  const company = useCompany()
  const navigate = useNavigate()
  const [isCreating, setCreating] = useState(false)
  const inStock = useCounts('status:in_stock', 'item')
  const open = (item: string) =>
    void navigate({ to: '/c/$company/items/$item', params: { company, item } })
  return (
    <Page
      title={t('items')}
      actions={
        <Button leftSection={<Plus aria-hidden />} onClick={() => setCreating(true)}>
          {t('newItem')}
        </Button>
      }
    >
      <SubjectList
        kind="item"
        empty={{ title: t('noItems'), detail: t('noItemsDetail') }}
        onCreate={() => setCreating(true)}
        renderRow={({ code, data }) => (
          <Link
            to="/c/$company/items/$item"
            params={{ company, item: code }}
            className={rows['row']}
          >
            <SubjectRow
              code={code}
              name={data['name']}
              where={data['category'] as string | undefined}
              end={t('inStock', { count: inStock(code) })}
            />
          </Link>
        )}
      />
      {isCreating && (
        <SubjectForm
          kind="item"
          title={t('newItem')}
          fields={itemFields(t)}
          onClose={() => setCreating(false)}
          onDone={open}
        />
      )}
    </Page>
  )
}
