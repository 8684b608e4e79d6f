import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Check, RotateCcw } from 'lucide-react'
import type { Outputs, Subject } from '../../../client/web-client.ts'
import { useMay } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { useRecord } from '../../data/record.ts'
import { useCompany } from '../../data/session.ts'
import { orderFields } from '../../subjects/fields.ts'
import { searchFor } from '../../subjects/searches.ts'
import { SubjectPage } from '../../subjects/subject-page.tsx'
import { UnitCounts } from '../../subjects/unit-counts.tsx'
import { UnitList } from '../../subjects/unit-list.tsx'
import { AnsweredPage } from '../../ui/answered-page.tsx'
import { useText } from '../../texts/texts.ts'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { DayText } from '../../ui/time-text.tsx'
import { WorkLink } from '../../work/work-link.tsx'
import { OrderLines } from './order-lines.tsx'

const route = getRouteApi('/c/$company/orders/$order')

/** One order: what was asked for, what is done of it, and the units that belong to it. */
export function OrderPage() {
  const { order } = route.useParams()
  const query = useOperation('showSubject', { kind: 'order', code: order })
  return (
    <AnsweredPage query={query} name={order}>
      {(shown) => <ShownOrder shown={shown} />}
    </AnsweredPage>
  )
}

function ShownOrder({ shown }: { shown: Outputs['showSubject'] }) {
  const t = useText('things')
  const { company } = route.useParams()
  const navigate = useNavigate()
  const { code, data } = shown.subject
  const kind = data['kind'] as 'sale' | undefined
  const units = searchFor('order', code)
  return (
    <SubjectPage
      shown={shown}
      title={code}
      over={
        <>
          <Link to="/c/$company/orders" params={{ company }}>
            {t('orders')}
          </Link>
          {kind && ` · ${t(`orderKinds.${kind}`)}`}
        </>
      }
      fields={orderFields(t)}
      changeTitle={t('changeOrder')}
      actions={
        <>
          {isOpen(data) && <WorkLink order={code} kind={kind} />}
          <CloseButton order={shown.subject} />
        </>
      }
      onRenamed={(order) => {
        const params = { company, order }
        void navigate({ to: '/c/$company/orders/$order', params, replace: true })
      }}
      side={<OrderFacts order={shown.subject} />}
    >
      <OrderLines order={shown.subject} />
      <Panel title={t('standing')}>
        <UnitCounts query={units} />
      </Panel>
      <UnitList title={t('units')} query={units} />
    </SubjectPage>
  )
}

/** Says that an order is done, or opens it again. */
function CloseButton({ order: { code, data } }: { order: Subject }) {
  const t = useText('things')
  const record = useRecord()
  const mayRecord = useMay('record', useCompany())
  const isToDo = isOpen(data)
  if (!mayRecord) return null
  const turn = () =>
    void record(
      { kind: 'change_order', input: { code, set: { status: isToDo ? 'done' : 'open' } } },
      { words: t(isToDo ? 'orderClosed' : 'orderReopened', { code }) },
    )
  return (
    <Button
      variant="default"
      leftSection={isToDo ? <Check aria-hidden /> : <RotateCcw aria-hidden />}
      onClick={turn}
    >
      {t(isToDo ? 'closeOrder' : 'reopenOrder')}
    </Button>
  )
}

/** Whether there is still something to do. */
const isOpen = (data: Subject['data']): boolean => (data['status'] ?? 'open') === 'open'

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
