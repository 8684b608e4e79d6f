import type { Outputs } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { useOperation } from '../../data/operations.ts'
import { useRecord } from '../../data/record.ts'
import { useText } from '../../texts/texts.ts'
import { Row } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { ChangeText } from './latest-panel.tsx'
import styles from './latest-panel.module.css'

/** Late facts that contradict what is known: kept, until somebody has decided about them. */
export function ReviewPanel() {
  const t = useText('home')
  const { data } = useOperation('listReviews', { limit: 5 })
  if (!data || data.total === 0) return null
  return (
    <Panel title={t('reviews')} count={t('number', { count: data.total })} flush>
      <p className={styles.change}>{t('reviewsDetail')}</p>
      <ul className={styles.changes}>
        {data.changes.map((review) => (
          <Review key={review.id} review={review} />
        ))}
      </ul>
    </Panel>
  )
}

function Review({ review: { id, change } }: { review: Outputs['listReviews']['changes'][number] }) {
  const t = useText('home')
  const record = useRecord()
  const { ask, isAsking, problem } = useAsk()
  const takeBack = () => record({ kind: 'correct', input: { event: id } }, { words: t('tookBack') })
  return (
    <li className={`${styles.change} ${styles.review}`}>
      <div>
        <ChangeText change={change} />
      </div>
      <Row>
        <Button
          variant="default"
          disabled={isAsking}
          onClick={() => void ask('settleReview', { event: id })}
        >
          {t('keep')}
        </Button>
        <Button variant="default" disabled={isAsking} onClick={() => void takeBack()}>
          {t('takeBack')}
        </Button>
      </Row>
      {problem && <p role="alert">{problem.text}</p>}
    </li>
  )
}
