import { useLanguage, useText } from '../texts/texts.ts'
import { Progress } from '../ui/parts.ts'
import styles from './demo-progress.module.css'
import type { DemoProgress } from './use-demo.ts'

/** How far the making of a demo company is. */
export function DemoProgressBar({ progress: { recorded, total } }: { progress: DemoProgress }) {
  const t = useText('companies')
  const language = useLanguage()
  const words = (count: number) => count.toLocaleString(language)
  const told = t('demo.progress', { done: words(recorded), total: words(total) })
  return (
    <div className={styles.progress} role="status">
      <p className={styles.words}>
        <span>{t('demo.making')}</span>
        {total > 1 && <span className={styles.count}>{told}</span>}
      </p>
      <Progress value={(100 * recorded) / total} aria-label={t('demo.making')} size="lg" />
    </div>
  )
}
