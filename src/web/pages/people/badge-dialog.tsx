import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { Person } from '../../../client/web-client.ts'
import { writeBadgeCode } from '../../../domain/scan/command-code.ts'
import { errorFor, useAsk } from '../../data/ask.ts'
import { tell } from '../../feedback/feedback.ts'
import { BarcodePicture } from '../../scan/barcode-picture.tsx'
import { useText } from '../../texts/texts.ts'
import { DialogEnd } from '../../ui/dialog-end.tsx'
import { Form } from '../../ui/form.tsx'
import { Row } from '../../ui/page.tsx'
import { Button, Modal, TextInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'
import styles from './people.module.css'

/** Letters and digits that nobody confuses. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A code that nobody guesses, as it can be printed on a badge: 80 bits. */
const newBadge = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => signs[byte % 32]).join('')

interface Asked {
  readonly person: Person
  readonly onClose: () => void
}

/** Gives a person a badge for shared stations, with or without a PIN. */
export function BadgeDialog({ person, onClose }: Asked) {
  const t = useText('access')
  const { name } = person
  const { badge, setBadge, pin, setPin, send, problem, isAsking } = useBadge({ person, onClose })
  const isShown = problem?.field === 'badge' || problem?.field === 'pin'
  return (
    <Modal opened onClose={onClose} title={t('badge.title', { name })} size="lg">
      <Form onSend={() => send(badge.trim())}>
        <p>{t('badge.detail', { name })}</p>
        {!isShown && <Complaint problem={problem} />}
        <TextInput
          label={t('badge.code')}
          required
          data-autofocus
          data-takes-scan
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={badge}
          onChange={({ currentTarget }) => setBadge(currentTarget.value)}
          {...errorFor(problem, 'badge')}
        />
        <Row>
          <Button variant="subtle" onClick={() => setBadge(writeBadgeCode(newBadge()))}>
            {t('badge.make')}
          </Button>
        </Row>
        {badge.startsWith(writeBadgeCode('')) && <BadgeCard name={name} badge={badge} />}
        <TextInput
          label={t('badge.pin')}
          description={t('badge.pinHint')}
          inputMode="numeric"
          pattern="[0-9]{4,12}"
          autoComplete="off"
          maxLength={12}
          value={pin}
          onChange={({ currentTarget }) => setPin(currentTarget.value)}
          {...errorFor(problem, 'pin')}
        />
        <DialogEnd loading={isAsking} onClose={onClose}>
          {person.hasBadge && (
            <Button variant="outline" color="refused" onClick={() => void send(null)}>
              {t('badge.remove')}
            </Button>
          )}
        </DialogEnd>
      </Form>
    </Modal>
  )
}

/** What a new badge looks like on paper. */
function BadgeCard({ name, badge }: { name: string; badge: string }) {
  const t = useText('access')
  return (
    <>
      <div className={styles.badge}>
        <p>{name}</p>
        <BarcodePicture symbology="qrcode" text={badge} />
      </div>
      <Row>
        <Button
          variant="default"
          leftSection={<Printer aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {t('badge.print')}
        </Button>
      </Row>
    </>
  )
}

function useBadge({ person: { id, name }, onClose }: Asked) {
  const t = useText('access')
  const { ask, problem, isAsking } = useAsk()
  const [badge, setBadge] = useState('')
  const [pin, setPin] = useState('')
  const send = async (code: string | null) => {
    const change = { person: id, badge: code, pin: pin === '' ? null : pin }
    if (!(await ask('setBadge', change))) return
    tell({ kind: 'done', words: t(code === null ? 'badge.removed' : 'badge.set', { name }) })
    onClose()
  }
  return { badge, setBadge, pin, setPin, send, problem, isAsking }
}
