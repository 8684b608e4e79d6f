import { Check, OctagonX, TriangleAlert } from 'lucide-react'
import { useText } from '../texts/texts.ts'
import styles from './verdict-mark.module.css'

const shapes = { done: Check, needs: TriangleAlert, refused: OctagonX } as const

/** Done, needs you or refused: a colour, a shape of its own, and the word for who cannot see it. */
export function VerdictMark({ kind }: { kind: keyof typeof shapes }) {
  const t = useText('common')
  const Shape = shapes[kind]
  return (
    <span className={styles.mark} data-kind={kind} role="img" aria-label={t(`verdict.${kind}`)}>
      <Shape aria-hidden />
    </span>
  )
}
