import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Check, Pencil, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { Outputs, Subject } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { useRecord } from '../../data/record.ts'
import { orderFields } from '../../subjects/fields.ts'
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
import { OrderLines } from './order-lines.tsx'

const route = getRouteApi('/c/$company/orders/$order')

/** One order: what was asked for, what is done of it, and the units that belong to it. */
export function OrderPage() {
  const { order } = route.useParams()
  const query = useOperation('showSubject', { kind: 'order', code: order })
  return <Answered query={query}>{(shown) => <ShownOrder shown={shown} />}</Answered>
}

function ShownOrder({ shown: { subject, lines } }: { shown: Outputs['showSubject'] }) {
  const t = useText('things')
  const { company } = route.useParams()
  const navigate = useNavigate()
  const [isChanging, setChanging] = useState(false)
  const { code, data } = subject
  const kind = data['kind'] as 'sale' | undefined
  const units = searchFor('order', code)
  return (
    <Page
      title={code}
      over={
        <>
          <Link to="/c/$company/orders" params={{ company }}>
            {t('orders')}
          </Link>
          {kind && ` · ${t(`orderKinds.${kind}`)}`}
        </>
      }
      actions={<OrderActions order={subject} onChange={() => setChanging(true)} />}
    >
      <Columns>
        <Stack>
          <OrderLines order={subject} />
          <Panel title={t('standing')}>
            <UnitCounts query={units} />
          </Panel>
          <UnitList title={t('units')} query={units} />
        </Stack>
        <Stack>
          <OrderFacts order={subject} />
          <SubjectHistory lines={lines} />
        </Stack>
      </Columns>
      {isChanging && (
        <SubjectForm
          kind="order"
          title={t('changeOrder')}
          fields={orderFields(t)}
          subject={subject}
          onClose={() => setChanging(false)}
          onDone={(order) =>
            void navigate({
              to: '/c/$company/orders/$order',
              params: { company, order },
              replace: true,
            })
          }
        />
      )}
    </Page>
  )
}

function OrderActions({ order, onChange }: { order: Subject; onChange: () => void }) {
  const t = useText('things')
  const record = useRecord()
  const { code } = order
  const isOpen = (order.data['status'] ?? 'open') === 'open'
  const turn = () =>
    void record(
      { kind: 'change_order', input: { code, set: { status: isOpen ? 'done' : 'open' } } },
      { words: t(isOpen ? 'orderClosed' : 'orderReopened', { code }) },
    )
  return (
    <>
      <Button variant="default" leftSection={<Pencil aria-hidden />} onClick={onChange}>
        {t('change')}
      </Button>
      <Button
        variant="default"
        leftSection={isOpen ? <Check aria-hidden /> : <RotateCcw aria-hidden />}
        onClick={turn}
      >
        {t(isOpen ? 'closeOrder' : 'reopenOrder')}
      </Button>
    </>
  )
}

function OrderFacts({ order: { data } }: { order: Subject }) {
  const t = useText('things')
  const { company } = route.useParams()
  const { party, due, name, status = 'open' } = data as Record<string, string | number | undefined>
  return (
    <Panel title={t('facts')}>
      <Facts>
        <Fact name={t('order')}>{t(`orderStatus.${status as 'open'}`)}</Fact>
        {party !== undefined && (
          <Fact name={t('party')}>
            <Link to="/c/$company/parties/$party" params={{ company, party: String(party) }}>
              {party}
            </Link>
          </Fact>
        )}
        {due !== undefined && (
          <Fact name={t('due')}>
            <DayText day={Number(due)} />
          </Fact>
        )}
        {name !== undefined && <Fact name={t('note')}>{name}</Fact>}
      </Facts>
    </Panel>
  )
}
