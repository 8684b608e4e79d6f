import { Ban, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Outputs, Token } from '../../../client/web-client.ts'
import { useCompanyName } from '../../companies/use-companies.ts'
import { useAsk } from '../../data/ask.ts'
import { useOperation } from '../../data/operations.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { List, ListItem, Tag } from '../../ui/list.tsx'
import { Page, Row, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, IconButton, Modal } from '../../ui/parts.ts'
import { Answered, EmptyState } from '../../ui/states.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { Complaint } from '../door/door.tsx'
import { SettingsLink } from '../settings/settings-link.tsx'
import { TokenDialog } from './token-dialog.tsx'

/** What programs show to be let in. */
export function TokensPage() {
  const t = useText('access')
  const query = useOperation('listTokens', {})
  const { ask, problem } = useAsk()
  const [isCreating, setCreating] = useState(false)
  const [made, setMade] = useState<Outputs['createToken']>()
  const revoke = async ({ id, name }: Token) => {
    const done = await ask('revokeToken', { token: id })
    if (done) tell({ kind: 'done', words: t('tokens.isRevoked', { name }) })
  }
  const create = (
    <Button leftSection={<Plus aria-hidden />} onClick={() => setCreating(true)}>
      {t('tokens.create')}
    </Button>
  )
  return (
    <Page title={t('tokens.title')} over={<SettingsLink />} actions={create}>
      <Complaint problem={problem} />
      <Panel flush>
        <Answered query={query}>
          {({ tokens }) =>
            tokens.length === 0 ? (
              <EmptyState title={t('tokens.none')} detail={t('tokens.noneDetail')}>
                {create}
              </EmptyState>
            ) : (
              <List>
                {tokens.map((token) => (
                  <TokenItem key={token.id} token={token} onRevoke={() => void revoke(token)} />
                ))}
              </List>
            )
          }
        </Answered>
      </Panel>
      {isCreating && <TokenDialog onClose={() => setCreating(false)} onDone={setMade} />}
      {made && <SecretDialog made={made} onClose={() => setMade(undefined)} />}
    </Page>
  )
}

function TokenItem({ token, onRevoke }: { token: Token; onRevoke: () => void }) {
  const t = useText('access')
  const companyName = useCompanyName()
  const [isAsked, setAsked] = useState(false)
  const [now] = useState(Date.now)
  const { name, prefix, company, permissions, expires, used, revoked } = token
  const isExpired = expires !== null && Date.parse(expires) < now
  return (
    <ListItem
      title={name}
      detail={
        <>
          <bdi>{prefix}…</bdi> · {t('tokens.expires')}{' '}
          {expires === null ? t('never') : <TimeText time={expires} />} ·{' '}
          {used === null ? t('tokens.neverUsed') : t('tokens.used')}{' '}
          {used !== null && <TimeText time={used} />}
        </>
      }
      marks={
        <>
          {revoked !== null && <Tag tone="refused">{t('tokens.revoked')}</Tag>}
          {revoked === null && isExpired && <Tag tone="needs">{t('tokens.expired')}</Tag>}
          {permissions.map((permission) => (
            <Tag key={permission}>{t(`permissionShort.${permission}`)}</Tag>
          ))}
          {company !== null && <Tag tone="accent">{companyName(company)}</Tag>}
        </>
      }
      actions={
        revoked === null && (
          <>
            <IconButton label={`${t('tokens.revoke')}: ${name}`} onClick={() => setAsked(true)}>
              <Ban />
            </IconButton>
            {isAsked && (
              <ConfirmDialog
                title={t('tokens.revokeTitle', { name })}
                detail={t('tokens.revokeDetail')}
                action={t('tokens.revoke')}
                isGrave
                onClose={() => setAsked(false)}
                onConfirm={onRevoke}
              />
            )}
          </>
        )
      }
    />
  )
}

/** Shows the secret of a new token, once. */
function SecretDialog({ made, onClose }: { made: Outputs['createToken']; onClose: () => void }) {
  const t = useText('access')
  return (
    <Modal opened onClose={onClose} title={t('tokens.made', { name: made.token.name })} size="lg">
      <Stack>
        <p>{t('tokens.madeDetail')}</p>
        <CopyField label={t('tokens.token')} value={made.secret} />
        <Row end>
          <Button onClick={onClose}>{t('done')}</Button>
        </Row>
      </Stack>
    </Modal>
  )
}
