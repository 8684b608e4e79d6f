import type { Outputs } from '../../../client/web-client.ts'
import { useText } from '../../texts/texts.ts'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'
import { SerialText } from '../../ui/serial-text.tsx'
import styles from './schemes.module.css'
import { useSaid } from '../../texts/say.ts'

type Preview = Outputs['previewScheme']

const whole = (count: number): string => Math.round(count).toLocaleString()

/** How many serials there are, from which to which, and how hard they are to guess. */
export function RoomPanel({ preview: { capacity, guess } }: { preview: Preview }) {
  const t = useText('schemes')
  if (!capacity) return null
  return (
    <Panel title={t('room')}>
      <Facts>
        <Fact name={t('serials')}>
          <b className={styles.number}>{whole(capacity.serials)}</b>
        </Fact>
        <Fact name={t('given')}>
          <span className={styles.number}>{whole(capacity.given)}</span>
        </Fact>
        <Fact name={t('first')}>
          <SerialText serial={capacity.first} />
        </Fact>
        <Fact name={t('last')}>
          <SerialText serial={capacity.last} />
        </Fact>
        <Fact name={t('length')}>{whole(capacity.length)}</Fact>
        {guess && (
          <>
            <Fact name={t('guess')}>
              {guess.probability === 0
                ? t('guessNone')
                : t('guessOne', { of: whole(1 / guess.probability) })}
            </Fact>
            <Fact name={t('issuable')}>
              {t('issuableCount', { of: whole(guess.issuableBelow) })}
              <div className={styles.hint}>{t('issuableHint')}</div>
            </Fact>
          </>
        )}
      </Facts>
    </Panel>
  )
}

/** What the serials would run into: numbers that units have already. */
export function CollisionsPanel({ collisions }: { collisions: Preview['collisions'] }) {
  const t = useText('schemes')
  const { lookedUp, taken, alike, isMore, examples, items } = collisions
  const count = (found: number) => (found === 0 ? t('none') : whole(found))
  return (
    <Panel title={t('inUse')}>
      <Facts>
        <Fact name={t('taken', { of: whole(lookedUp) })}>{count(taken)}</Fact>
        <Fact name={t('alike')}>{isMore ? t('atLeast', { of: whole(alike) }) : count(alike)}</Fact>
        {examples.length > 0 && (
          <Fact name={t('examplesOf')}>
            <span className={styles.list}>
              {examples.map((serial) => (
                <SerialText key={serial} serial={serial} />
              ))}
            </span>
          </Fact>
        )}
        {items.length > 0 && <Fact name={t('sameItems')}>{items.join(', ')}</Fact>}
      </Facts>
    </Panel>
  )
}

/** What is allowed, but good to know before it is printed. */
export function WarningsPanel({ warnings }: { warnings: Preview['warnings'] }) {
  const say = useSaid()
  const t = useText('schemes')
  if (warnings.length === 0) return null
  return (
    <Panel title={t('beware')}>
      <ul className={styles.warnings}>
        {warnings.map(({ code, message, said }) => (
          <li key={code}>{say(said, message)}</li>
        ))}
      </ul>
    </Panel>
  )
}
