import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { lotFields } from '../../subjects/fields.ts'
import { searchFor } from '../../subjects/searches.ts'
import { SubjectForm } from '../../subjects/subject-form.tsx'
import { SubjectHistory } from '../../subjects/subject-history.tsx'
import { UnitCounts } from '../../subjects/unit-counts.tsx'
import { UnitList } from '../../subjects/unit-list.tsx'
import { useText } from '../../texts/texts.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { Answered } from '../../ui/states.tsx'
import { DayText } from '../../ui/time-text.tsx'

const route = getRouteApi('/c/$company/items/$item/lots/$lot')

/** One lot of an item: its days, and how its units stand. */
export function LotPage() {
  const { item, lot } = route.useParams()
  const query = useOperation('showSubject', { kind: 'lot', code: lot, item })
  return <Answered query={query}>{(shown) => <ShownLot shown={shown} />}</Answered>
}

function ShownLot({ shown: { subject, lines } }: { shown: Outputs['showSubject'] }) {
  const t = useText('things')
  const { company, item } = route.useParams()
  const navigate = useNavigate()
  const [isChanging, setChanging] = useState(false)
  const { code, data } = subject
  const units = `${searchFor('sku', item)} ${searchFor('lot', code)}`
  const days = lotFields(t).filter(({ name, as }) => as === 'day' && data[name] !== undefined)
  return (
    <Page
      title={`${t('lot')} ${code}`}
      over={
        <Link to="/c/$company/items/$item" params={{ company, item }}>
          {item}
        </Link>
      }
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
          {days.length > 0 && (
            <Panel title={t('facts')}>
              <Facts>
                {days.map(({ name, label }) => (
                  <Fact key={name} name={label}>
                    <DayText day={data[name] as number} />
                  </Fact>
                ))}
              </Facts>
            </Panel>
          )}
          <SubjectHistory lines={lines} />
        </Stack>
      </Columns>
      {isChanging && (
        <SubjectForm
          kind="lot"
          title={t('changeLot')}
          fields={lotFields(t)}
          subject={subject}
          given={{ item }}
          onClose={() => setChanging(false)}
          onDone={(lot) =>
            void navigate({
              to: '/c/$company/items/$item/lots/$lot',
              params: { company, item, lot },
              replace: true,
            })
          }
        />
      )}
    </Page>
  )
}
