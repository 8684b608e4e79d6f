import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '../../data/ask.ts'
import { useSession } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { Form } from '../../ui/form.tsx'
import { List, ListItem, Tag } from '../../ui/list.tsx'
import { Columns, Page, Row, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, IconButton, PasswordInput } from '../../ui/parts.ts'
import { Answered } from '../../ui/states.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { Complaint } from '../door/door.tsx'
import { NewPassword } from '../door/new-password.tsx'
import { SettingsLink } from '../settings/settings-link.tsx'
import { agentName } from './agent-name.ts'
import { PasskeyPanel } from './passkey-panel.tsx'

/** A person's own account: password, passkeys, and where they are signed in. */
export function AccountPage() {
  const t = useText('access')
  const { person } = useSession()
  return (
    <Page title={t('account.title')} over={<SettingsLink />}>
      <p>{t('account.signedInAs', { login: person?.login ?? '' })}</p>
      <Columns>
        <Stack>
          <SessionPanel />
          <PasskeyPanel />
        </Stack>
        <PasswordPanel />
      </Columns>
    </Page>
  )
}

function PasswordPanel() {
  const t = useText('access')
  const { ask, problem, isAsking } = useAsk()
  const [password, setPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const change = async () => {
    if (!(await ask('changePassword', { password, newPassword }))) return
    setPassword('')
    setNewPassword('')
    tell({
      kind: 'done',
      words: t('account.passwordChanged'),
      detail: t('account.passwordChangedDetail'),
    })
  }
  return (
    <Panel title={t('account.password')}>
      <Form onSend={change}>
        <Complaint problem={problem} />
        <PasswordInput
          label={t('account.present')}
          required
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <NewPassword
          label={t('account.new')}
          value={newPassword}
          onChange={setNewPassword}
          problem={undefined}
        />
        <Row end>
          <Button type="submit" loading={isAsking}>
            {t('account.changePassword')}
          </Button>
        </Row>
      </Form>
    </Panel>
  )
}

function SessionPanel() {
  const t = useText('access')
  const query = useOperation('listSessions', {})
  const { ask, problem } = useAsk()
  const end = async (session: number) => {
    if (await ask('endSession', { session })) tell({ kind: 'done', words: t('account.ended') })
  }
  return (
    <Panel title={t('account.sessions')} flush>
      <Complaint problem={problem} />
      <Answered query={query}>
        {({ sessions }) => (
          <List>
            {sessions.map(({ id, agent, address, seen, station, isThis }) => (
              <ListItem
                key={id}
                title={agentName(agent)}
                detail={
                  <>
                    <bdi>{address}</bdi> · <TimeText time={seen} />
                  </>
                }
                marks={
                  <>
                    {isThis && <Tag tone="accent">{t('account.thisBrowser')}</Tag>}
                    {station !== null && <Tag>{t('account.atStation', { station })}</Tag>}
                  </>
                }
                actions={
                  !isThis && (
                    <IconButton label={t('account.end')} onClick={() => void end(id)}>
                      <LogOut />
                    </IconButton>
                  )
                }
              />
            ))}
          </List>
        )}
      </Answered>
    </Panel>
  )
}
