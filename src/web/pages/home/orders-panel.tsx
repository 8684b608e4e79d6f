import { Link } from '@tanstack/react-router'
import { ChevronRight, ClipboardList } from 'lucide-react'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { DueText } from '../../orders/due-text.tsx'
import styles from './attention-panel.module.css'

/** Most orders that are shown here. */
const shown = 5

/** The orders that wait to be done, the one that is due first before the others. */
export function OrdersPanel() {
  const t = useText('home')
  const things = useText('things')
  const company = useCompany()
  const { data } = useOperation('listSubjects', { kind: 'order', status: 'open', limit: 100 })
  if (!data || data.subjects.length === 0) return null
  const orders = data.subjects.toSorted((one, other) => dueOf(one) - dueOf(other))
  const count = orders.length
  return (
    <Panel
      title={t('orders')}
      count={data.cursor === null ? t('number', { count }) : t('moreThan', { count })}
      actions={
        <Button
          variant="subtle"
          renderRoot={(props) => <Link to="/c/$company/orders" params={{ company }} {...props} />}
        >
          {things('showAll')}
        </Button>
      }
      flush
    >
      <ul className={styles.concerns}>
        {orders.slice(0, shown).map(({ id, code, data: { kind, party, due } }) => (
          <li key={id}>
            <Link
              to="/c/$company/orders/$order"
              params={{ company, order: code }}
              className={styles.concern}
            >
              <ClipboardList className={styles.plain} aria-hidden />
              <span className={styles.words}>
                <b dir="ltr">{code}</b>
                <span>
                  {typeof kind === 'string' && things(`orderKinds.${kind as 'sale'}`)}
                  {typeof party === 'string' && ` · ${party}`}
                  {typeof due === 'number' && (
                    <>
                      {' · '}
                      <DueText due={due} />
                    </>
                  )}
                </span>
              </span>
              <ChevronRight aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** When an order is due, in milliseconds; never, where nobody said. */
const dueOf = ({ data: { due } }: { readonly data: Record<string, unknown> }): number =>
  typeof due === 'number' ? due : Number.MAX_SAFE_INTEGER
