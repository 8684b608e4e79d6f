import { Link } from '@tanstack/react-router'
import { Ticket } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { Lease } from '../../../client/web-client.ts'
import { useMay } from '../../data/identity.ts'
import { usePages } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { List, ListItem } from '../../ui/list.tsx'
import { Page, Row, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, TextInput } from '../../ui/parts.ts'
import { Answered, EmptyState } from '../../ui/states.tsx'
import { DayText } from '../../ui/time-text.tsx'
import { SettingsLink } from '../settings/settings-link.tsx'
import { AccountBar } from './account-bar.tsx'
import { HandOutDialog } from './hand-out-dialog.tsx'
import { LeaseTags } from './lease-tags.tsx'

/** Blocks of serials that are handed out, and how far each is accounted for. */
export function PoolsPage() {
  const t = useText('schemes')
  const [isHanding, setHanding] = useState(false)
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words.trim())
  const input = { limit: 25, ...(wanted !== '' && { words: wanted }) }
  const query = usePages('listLeases', input, { keepsFormer: true })
  const hand = useMay('record', useCompany()) && (
    <Button leftSection={<Ticket aria-hidden />} onClick={() => setHanding(true)}>
      {t('pools.hand')}
    </Button>
  )
  return (
    <Page title={t('pools.title')} over={<SettingsLink />} actions={hand}>
      <Stack>
        <TextInput
          aria-label={t('pools.search')}
          placeholder={t('pools.search')}
          value={words}
          maxLength={200}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => setWords(value)}
        />
        <Panel flush>
          <Answered query={query}>
            {(pages) => {
              const leases = pages.flatMap((page) => page.leases)
              if (leases.length === 0) {
                return wanted === '' ? (
                  <EmptyState title={t('pools.empty')} detail={t('pools.emptyDetail')}>
                    {hand}
                  </EmptyState>
                ) : (
                  <EmptyState title={t('pools.nothing')} />
                )
              }
              return (
                <List>
                  {leases.map((lease) => (
                    <LeaseItem key={lease.code} lease={lease} />
                  ))}
                </List>
              )
            }}
          </Answered>
        </Panel>
        {query.hasNextPage && (
          <Row>
            <Button variant="default" onClick={() => void query.fetchNextPage()}>
              {t('pools.more')}
            </Button>
          </Row>
        )}
      </Stack>
      {isHanding && <HandOutDialog onClose={() => setHanding(false)} />}
    </Page>
  )
}

function LeaseItem({ lease }: { lease: Lease }) {
  const t = useText('schemes')
  const company = useCompany()
  const { code, item, holder, count, until } = lease
  return (
    <ListItem
      title={
        <Link to="/c/$company/pools/$lease" params={{ company, lease: code }}>
          {holder}
        </Link>
      }
      detail={
        <>
          {item?.name ?? item?.code} · {t('pools.serials', { count })} · {code}
          {until !== null && (
            <>
              {` · ${t('pools.due')} `}
              <DayText day={Date.parse(until)} />
            </>
          )}
          <AccountBar lease={lease} />
        </>
      }
      marks={<LeaseTags lease={lease} />}
    />
  )
}
