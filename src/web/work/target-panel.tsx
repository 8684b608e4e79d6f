import { useNavigate, useSearch } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useState, type SubmitEvent } from 'react'
import type { Subject } from '../../client/web-client.ts'
import { SubjectPicker } from '../subjects/subject-picker.tsx'
import { useText } from '../texts/texts.ts'
import { Button, IconButton } from '../ui/parts.ts'
import styles from './target-panel.module.css'

/** What the work goes to or is for: scanned, or chosen by hand; shown large once it is known. */
export function TargetPanel({
  kind,
  title,
  ask,
  code,
  onChange,
}: {
  kind: Subject['kind']
  /** What it is for the work, such as "Move to". */
  title: string
  /** What to do while there is none, such as "Scan the place". */
  ask: string
  code: string | null
  onChange: (code: string | null) => void
}) {
  const t = useText('work')
  const [typed, setTyped] = useState('')
  const choose = (chosen: string) => {
    onChange(chosen.trim())
    setTyped('')
  }
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') choose(typed)
  }
  return (
    <section className={styles.target} data-set={code !== null || undefined} aria-label={title}>
      <p className={styles.title}>{title}</p>
      {code !== null ? (
        <p className={styles.code}>
          <bdi>{code}</bdi>
          <IconButton label={t('another', { title })} onClick={() => onChange(null)}>
            <X aria-hidden />
          </IconButton>
        </p>
      ) : (
        <form className={styles.form} onSubmit={send}>
          <SubjectPicker
            kind={kind}
            label={title}
            placeholder={ask}
            value={typed}
            onChange={setTyped}
            onChoose={choose}
          />
          {typed !== '' && (
            <Button type="submit" variant="default">
              {t('take')}
            </Button>
          )}
        </form>
      )}
    </section>
  )
}

/** The order that the work is for, where it is for one; one that the address gives is taken over. */
export function OrderTarget({
  order,
  onChange,
}: {
  order: string | null
  onChange: (order: string | null) => void
}) {
  const t = useText('work')
  useGivenOrder(onChange)
  return (
    <TargetPanel
      kind="order"
      title={t('order')}
      ask={t('scanOrder')}
      code={order}
      onChange={onChange}
    />
  )
}

/** Takes the order out of the address, once: what is chosen later on the page holds. */
function useGivenOrder(onGiven: (order: string) => void): void {
  const { order } = useSearch({ strict: false })
  const navigate = useNavigate()
  const take = useEffectEvent((given: string) => {
    onGiven(given)
    void navigate({ to: '.', search: {}, replace: true })
  })
  useEffect(() => {
    if (order !== undefined) take(order)
  }, [order])
}
