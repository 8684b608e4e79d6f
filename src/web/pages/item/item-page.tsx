import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { itemFields } from '../../subjects/fields.ts'
import { searchFor } from '../../subjects/searches.ts'
import { SubjectForm } from '../../subjects/subject-form.tsx'
import { SubjectHistory } from '../../subjects/subject-history.tsx'
import { UnitCounts } from '../../subjects/unit-counts.tsx'
import { UnitList } from '../../subjects/unit-list.tsx'
import { useText } from '../../texts/texts.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { Answered } from '../../ui/states.tsx'
import { ItemFacts } from './item-facts.tsx'
import { ItemLots } from './item-lots.tsx'

const route = getRouteApi('/c/$company/items/$item')

/** One item: what it is, how its units stand, and its lots. */
export function ItemPage() {
  const { item } = route.useParams()
  const query = useOperation('showSubject', { kind: 'item', code: item })
  return <Answered query={query}>{(shown) => <ShownItem shown={shown} />}</Answered>
}

function ShownItem({ shown: { subject, lines } }: { shown: Outputs['showSubject'] }) {
  const t = useText('things')
  const company = useCompany()
  const navigate = useNavigate()
  const [isChanging, setChanging] = useState(false)
  const { code, data } = subject
  const name = data['name'] as string | undefined
  const units = searchFor('sku', code)
  return (
    <Page
      title={name ?? code}
      over={`${t('item')} ${code}`}
      actions={
        <Button
          variant="default"
          leftSection={<Pencil aria-hidden />}
          onClick={() => setChanging(true)}
        >
          {t('change')}
        </Button>
      }
    >
      <Columns>
        <Stack>
          <Panel title={t('standing')}>
            <UnitCounts query={units} />
          </Panel>
          <UnitList title={t('units')} query={units} />
        </Stack>
        <Stack>
          <ItemFacts subject={subject} />
          <ItemLots item={code} />
          <SubjectHistory lines={lines} />
        </Stack>
      </Columns>
      {isChanging && (
        <SubjectForm
          kind="item"
          title={t('changeItem')}
          fields={itemFields(t)}
          subject={subject}
          onClose={() => setChanging(false)}
          onDone={(renamed) =>
            void navigate({
              to: '/c/$company/items/$item',
              params: { company, item: renamed },
              replace: true,
            })
          }
        />
      )}
    </Page>
  )
}
