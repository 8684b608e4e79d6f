import { KeyRound, Trash2 } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAsk } from '../../data/ask.ts'
import { useSession } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { addPasskey } from '../../data/passkey.ts'
import { useClient } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { DialogEnd } from '../../ui/dialog-end.tsx'
import { Form } from '../../ui/form.tsx'
import { List, ListItem } from '../../ui/list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, IconButton, Modal, TextInput } from '../../ui/parts.ts'
import { problemText } from '../../ui/problem-text.ts'
import { Answered, EmptyState } from '../../ui/states.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { Complaint } from '../door/door.tsx'
import { agentName } from './agent-name.ts'

/** The passkeys by which a person signs in without a password. */
export function PasskeyPanel() {
  const t = useText('access')
  const { passkeys: canAdd } = useSession()
  const query = useOperation('listPasskeys', {})
  const { ask, problem } = useAsk()
  const [isAdding, setAdding] = useState(false)
  const remove = async (passkey: string) => {
    const done = await ask('removePasskey', { passkey })
    if (done) tell({ kind: 'done', words: t('account.passkeyRemoved') })
  }
  return (
    <Panel
      title={t('account.passkeys')}
      flush
      {...(canAdd && {
        actions: (
          <Button
            variant="subtle"
            leftSection={<KeyRound aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('account.addPasskey')}
          </Button>
        ),
      })}
    >
      <Complaint problem={problem} />
      <Answered query={query} lines={1}>
        {({ passkeys }) =>
          passkeys.length === 0 ? (
            <EmptyState
              title={t('account.noPasskeys')}
              detail={t(canAdd ? 'account.passkeysDetail' : 'account.passkeysElsewhere')}
              picture={<KeyRound size={40} />}
            />
          ) : (
            <List>
              {passkeys.map(({ id, name, created, used }) => (
                <ListItem
                  key={id}
                  title={name}
                  detail={<TimeText time={used ?? created} />}
                  actions={
                    <IconButton
                      label={t('account.remove', { name })}
                      onClick={() => void remove(id)}
                    >
                      <Trash2 />
                    </IconButton>
                  }
                />
              ))}
            </List>
          )
        }
      </Answered>
      {isAdding && <PasskeyDialog onClose={() => setAdding(false)} />}
    </Panel>
  )
}

function PasskeyDialog({ onClose }: { onClose: () => void }) {
  const t = useText('access')
  const client = useClient()
  const queries = useQueryClient()
  const [name, setName] = useState(agentName(navigator.userAgent))
  const add = async () => {
    const added = await addPasskey(client, name).catch((error: unknown) => problemText(error))
    onClose()
    if (added === true) {
      tell({ kind: 'done', words: t('account.passkeyAdded') })
      await queries.invalidateQueries({ queryKey: [client.company, 'listPasskeys'] })
      return
    }
    const detail = typeof added === 'string' ? { detail: added } : {}
    tell({ kind: 'refused', words: t('account.passkeyFailed'), ...detail })
  }
  return (
    <Modal opened onClose={onClose} title={t('account.addPasskey')}>
      <Form onSend={add}>
        <TextInput
          label={t('account.passkeyName')}
          description={t('account.passkeyNameHint')}
          required
          data-autofocus
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <DialogEnd action={t('account.addPasskey')} onClose={onClose} />
      </Form>
    </Modal>
  )
}
