import { getRouteApi, Link } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import type { Lease, Outputs } from '../../../client/web-client.ts'
import { useMay } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { AnsweredPage } from '../../ui/answered-page.tsx'
import { useWord } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { SerialText } from '../../ui/serial-text.tsx'
import { DayText } from '../../ui/time-text.tsx'
import { AccountBar, states } from '../pools/account-bar.tsx'
import { LeaseTags } from '../pools/lease-tags.tsx'
import styles from '../pools/pools.module.css'
import { ReportPanel } from './report-panel.tsx'

const route = getRouteApi('/c/$company/pools/$lease')

/** One lease: what became of each of its serials, and the way to account for them. */
export function PoolPage() {
  const { lease } = route.useParams()
  const query = useOperation('showLease', { lease })
  return (
    <AnsweredPage query={query} name={lease}>
      {(shown) => <ShownLease shown={shown} />}
    </AnsweredPage>
  )
}

function ShownLease({ shown }: { shown: Outputs['showLease'] }) {
  const t = useText('schemes')
  const word = useWord()
  const company = useCompany()
  const mayRecord = useMay('record', company)
  const { lease, serials, contradictions } = shown
  const back = (
    <Link to="/c/$company/pools" params={{ company }}>
      {t('pools.back')}
    </Link>
  )
  return (
    <Page
      title={lease.holder}
      over={back}
      actions={
        <Button
          variant="default"
          leftSection={<Download aria-hidden />}
          onClick={() => download(`${lease.code}.txt`, serials)}
        >
          {t('pools.download')}
        </Button>
      }
    >
      <Columns>
        <Stack>
          <Panel title={t('pools.account')} actions={<LeaseTags lease={lease} />}>
            <AccountBar lease={lease} />
            <Facts>
              {states.map((state) => (
                <Fact key={state} name={word('leaseState', state)}>
                  <span className={styles.swatch} data-state={state} aria-hidden />
                  {lease.account[state]}
                </Fact>
              ))}
            </Facts>
          </Panel>
          {contradictions.length > 0 && (
            <Panel title={t('pools.contradictions')}>
              <p>{t('pools.contradictionsDetail')}</p>
              <Serials
                serials={contradictions.map(({ serial, reported: state }) => ({ serial, state }))}
              />
            </Panel>
          )}
          <Panel title={t('pools.list')} count={String(lease.count)}>
            <Serials serials={serials.slice(0, shownMax)} />
          </Panel>
        </Stack>
        <Stack>
          {mayRecord && <ReportPanel lease={lease} />}
          <LeaseFacts lease={lease} />
        </Stack>
      </Columns>
    </Page>
  )
}

function Serials({ serials }: { serials: Outputs['showLease']['serials'] }) {
  const t = useText('schemes')
  const word = useWord()
  return (
    <ul className={styles.serials} tabIndex={0} aria-label={t('pools.list')}>
      {serials.map(({ serial, state }) => (
        <li key={serial}>
          <SerialText serial={serial} />
          <span className={styles.state}>{word('leaseState', state)}</span>
        </li>
      ))}
    </ul>
  )
}

function LeaseFacts({ lease: { item, pattern, until } }: { lease: Lease }) {
  const t = useText('schemes')
  return (
    <Panel>
      <Facts>
        <Fact name={t('pools.item')}>{item?.name ?? item?.code}</Fact>
        <Fact name={t('pools.pattern')}>
          <code>{pattern}</code>
        </Fact>
        {until !== null && (
          <Fact name={t('pools.until')}>
            <DayText day={Date.parse(until)} />
          </Fact>
        )}
      </Facts>
    </Panel>
  )
}

/** Most serials that are listed; the file has all of them. */
const shownMax = 2000

/** Gives the serials as a file, one a line. */
function download(name: string, serials: readonly { readonly serial: string }[]): void {
  const text = serials.map(({ serial }) => `${serial}\n`).join('')
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
