import { useNavigate } from '@tanstack/react-router'
import { History } from 'lucide-react'
import type { HistoryLine } from '../../../client/web-client.ts'
import { useSentence } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { Button, Slider } from '../../ui/parts.ts'
import { TimeText } from '../../ui/time-text.tsx'
import { momentsOf } from './moments.ts'
import styles from './past-slider.module.css'

/** Most events that are marked on the way; more would be a solid line. */
const marksMax = 80

/** Leads through the past of a unit, event by event; the address keeps the moment. */
export function PastSlider({
  lines,
  at,
}: {
  lines: readonly HistoryLine[]
  at: string | undefined
}) {
  const t = useText('unit')
  const say = useSentence()
  const goTo = useMoment()
  const moments = momentsOf(lines)
  const last = moments.length - 1
  const found = at === undefined ? last : moments.findIndex(({ time }) => time >= at)
  const index = found < 0 ? last : found
  const moment = moments[index]
  if (moment === undefined) return null
  return (
    <section
      className={styles.past}
      data-past={at !== undefined || undefined}
      aria-label={t('past')}
    >
      <History className={styles.picture} aria-hidden />
      <Slider
        className={styles.slider}
        min={0}
        max={last}
        step={1}
        value={index}
        label={null}
        size="sm"
        thumbSize={28}
        marks={moments.length > marksMax ? [] : moments.map((_, value) => ({ value }))}
        thumbLabel={t('past')}
        thumbProps={{ 'aria-valuetext': `${moment.time.slice(0, 16)} ${say(moment)}` }}
        onChange={(chosen) => goTo(chosen === last ? undefined : moments[chosen]!.time)}
      />
      <p className={styles.words} aria-live="polite">
        {at === undefined ? (
          t('pastHint')
        ) : (
          <>
            {t('asOf')} <b>{say(moment)}</b> · <TimeText time={moment.time} length="long" />
          </>
        )}
      </p>
      {at !== undefined && (
        <Button variant="default" onClick={() => goTo(undefined)}>
          {t('backToNow')}
        </Button>
      )}
    </section>
  )
}

/** Goes to a moment of the unit's past, or to now. */
export function useMoment(): (at: string | undefined) => void {
  const navigate = useNavigate({ from: '/c/$company/units/$unit' })
  return (at) =>
    void navigate({
      search: at === undefined ? {} : { at },
      replace: true,
      resetScroll: false,
    })
}
