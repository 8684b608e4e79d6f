import { useState } from 'react'
import type { Session } from '../../client/web-client.ts'
import { useAsk } from '../data/ask.ts'
import { useText } from '../texts/texts.ts'
import { Form } from '../ui/form.tsx'
import { Row } from '../ui/page.tsx'
import { Button, Modal, PasswordInput } from '../ui/parts.ts'

/** Asks for the PIN of the person whose badge was scanned. */
export function PinDialog({
  badge,
  onClose,
  onDone,
}: {
  badge: string
  onClose: () => void
  onDone: (session: Session) => void
}) {
  const t = useText('shell')
  const { ask, problem, isAsking } = useAsk()
  const [pin, setPin] = useState('')
  const enter = async () => {
    const answer = await ask('changeOperator', { badge, pin })
    if (answer && !answer.needsPin) onDone(answer.session)
    else setPin('')
  }
  return (
    <Modal opened onClose={onClose} title={t('operator.pinTitle')}>
      <Form onSend={enter}>
        <PasswordInput
          label={t('operator.pin')}
          required
          data-autofocus
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={pin}
          onChange={({ currentTarget }) => setPin(currentTarget.value)}
          {...(problem && { error: problem.text })}
        />
        <Row end>
          <Button type="submit" loading={isAsking}>
            {t('operator.goOn')}
          </Button>
        </Row>
      </Form>
    </Modal>
  )
}
