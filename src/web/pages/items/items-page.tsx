import { Link, useNavigate } from '@tanstack/react-router'
import { useCompany } from '../../data/session.ts'
import { itemFields } from '../../subjects/fields.ts'
import rows from '../../subjects/rows.module.css'
import { SubjectRow } from '../../subjects/subject-list.tsx'
import { SubjectListPage } from '../../subjects/subject-list-page.tsx'
import { useCounts } from '../../subjects/use-counts.ts'
import { useText } from '../../texts/texts.ts'
import { useTraitFields } from '../../traits/trait-fields.ts'

/** Every item, with how many units of it are in stock. */
export function ItemsPage() {
  const t = useText('things')
  const company = useCompany()
  const navigate = useNavigate()
  const inStock = useCounts('status:in_stock', 'item')
  return (
    <SubjectListPage
      kind="item"
      title={t('items')}
      newTitle={t('newItem')}
      fields={[...itemFields(t), ...useTraitFields('item')]}
      empty={{ title: t('noItems'), detail: t('noItemsDetail') }}
      onMade={(item) => void navigate({ to: '/c/$company/items/$item', params: { company, item } })}
      renderRow={({ code, data }) => (
        <Link to="/c/$company/items/$item" params={{ company, item: code }} className={rows['row']}>
          <SubjectRow
            code={code}
            name={data['name']}
            where={data['category'] as string | undefined}
            end={t('inStock', { count: inStock(code) })}
          />
        </Link>
      )}
    />
  )
}
