import { useEffect, useRef, useState } from 'react'
import { X } from 'lucide-react'
import { Button, IconButton } from '../ui/parts.ts'
import { VerdictMark } from '../ui/verdict-mark.tsx'
import { SerialText } from '../ui/serial-text.tsx'
import { useText } from '../texts/texts.ts'
import { dismiss, messageMs, useMessage, type ToldMessage } from './feedback.ts'
import { undoMark, useMessageKeys } from './use-message-keys.ts'
import styles from './feedback-bar.module.css'

/** Where every answer to a scan or a click appears; there is one, over the foot of each screen. */
export function FeedbackBar() {
  const message = useMessage()
  const place = useRef<HTMLDivElement>(null)
  useMessageKeys(place)
  const isRefused = message?.kind === 'refused'
  return (
    <div ref={place} className={styles.place}>
      <div role="status" aria-live="polite">
        {message && !isRefused && <MessageCard key={message.id} message={message} />}
      </div>
      <div role="alert" aria-live="assertive">
        {message && isRefused && <MessageCard key={message.id} message={message} />}
      </div>
    </div>
  )
}

function MessageCard({ message }: { message: ToldMessage }) {
  const { id, kind, words, detail, code, count, offers } = message
  const t = useText('common')
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    // What needs an answer stays until it has one.
    if (kind !== 'done' || isHeld) return
    const timer = setTimeout(() => dismiss(id), messageMs)
    return () => clearTimeout(timer)
  }, [id, kind, isHeld])
  return (
    <div
      className={styles.card}
      data-kind={kind}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <VerdictMark kind={kind} />
      <div className={styles.text}>
        {code !== undefined && (
          <p className={styles.code}>
            <SerialText serial={code} />
          </p>
        )}
        <p className={styles.words}>{words}</p>
        {detail !== undefined && <p className={styles.detail}>{detail}</p>}
      </div>
      {count && (
        <p className={styles.count}>
          {count.of === undefined
            ? t('count', { value: count.done })
            : t('countOf', { done: count.done, of: count.of })}
        </p>
      )}
      {message.undo && <BackButton id={id} run={message.undo} isUndo />}
      {message.redo && <BackButton id={id} run={message.redo} />}
      <IconButton className={styles.close} label={t('dismiss')} onClick={() => dismiss(id)}>
        <X />
      </IconButton>
      {offers && (
        <div className={styles.offers}>
          {offers.map(({ title, run }) => (
            <Button
              key={title}
              variant="default"
              onClick={() => {
                dismiss(id)
                run()
              }}
            >
              {title}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

/** Takes back what the message tells of, or does it again; the message goes then. */
function BackButton({ id, run, isUndo }: { id: number; run: () => Promise<void>; isUndo?: true }) {
  const t = useText('common')
  const [isBusy, setBusy] = useState(false)
  const onClick = async () => {
    setBusy(true)
    await run()
    dismiss(id)
  }
  return (
    <Button
      className={styles.undo}
      variant="default"
      loading={isBusy}
      onClick={() => void onClick()}
      {...(isUndo && { 'aria-keyshortcuts': 'Control+Z', [undoMark]: true })}
    >
      {t(isUndo ? 'undo' : 'redo')}
      {isUndo && (
        <kbd className={styles.key} aria-hidden>
          {t('undoKeys')}
        </kbd>
      )}
    </Button>
  )
}
