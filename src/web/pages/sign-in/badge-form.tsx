import { useEffect, useRef, useState } from 'react'
import type { Session } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { listenToScanner } from '../../scan/listen.ts'
import { orderedReadings } from '../../scan/resolve.ts'
import { useText } from '../../texts/texts.ts'
import { Form } from '../../ui/form.tsx'
import { Button, PasswordInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'

/** Signs in by a scan of the badge, and the PIN where the person has one. */
export function BadgeForm({ onDone }: { onDone: (session: Session) => void }) {
  const t = useText('door')
  const { ask, problem, isAsking } = useAsk()
  const [badge, setBadge] = useState('')
  const [pin, setPin] = useState('')
  const [needsPin, setNeedsPin] = useState(false)
  const enter = async (code: string, digits?: string) => {
    const answer = await ask('changeOperator', {
      badge: code,
      ...(digits !== undefined && { pin: digits }),
    })
    if (!answer) return setPin('')
    if (!answer.needsPin) return onDone(answer.session)
    setBadge(code)
    setNeedsPin(true)
  }
  useScannedBadge(enter)
  const field = {
    required: true,
    autoFocus: true,
    autoComplete: 'off',
  } as const
  return (
    <Form onSend={() => enter(badge, needsPin ? pin : undefined)}>
      <Complaint problem={problem} />
      {needsPin ? (
        <PasswordInput
          key="pin"
          {...field}
          label={t('badge.pin')}
          inputMode="numeric"
          maxLength={12}
          value={pin}
          onChange={({ currentTarget }) => setPin(currentTarget.value)}
        />
      ) : (
        <PasswordInput
          key="badge"
          {...field}
          label={t('badge.field')}
          maxLength={100}
          value={badge}
          onChange={({ currentTarget }) => setBadge(currentTarget.value)}
        />
      )}
      <Button type="submit" loading={isAsking} fullWidth>
        {t('badge.submit')}
      </Button>
    </Form>
  )
}

/** Takes the scan of a badge wherever the focus is, as on the pages inside. */
function useScannedBadge(enter: (code: string) => unknown): void {
  const latest = useRef(enter)
  useEffect(() => {
    latest.current = enter
  })
  useEffect(
    () =>
      listenToScanner(({ strokes }) => {
        const [code] = orderedReadings(strokes)
        if (code !== undefined) latest.current(code)
      }),
    [],
  )
}
