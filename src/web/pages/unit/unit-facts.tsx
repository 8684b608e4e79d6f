import type { Unit } from '../../../client/web-client.ts'
import { useMay } from '../../data/identity.ts'
import { useRecord } from '../../data/record.ts'
import { useCompany } from '../../data/session.ts'
import { UnitList } from '../../subjects/unit-list.tsx'
import { searchFor } from '../../subjects/searches.ts'
import { useSaid, useWord } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { TraitFacts } from '../../traits/trait-facts.tsx'
import { SubjectLink } from '../../ui/links.tsx'
import { Stack } from '../../ui/page.tsx'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { quantityText } from '../../ui/quantity-text.ts'
import { SerialText } from '../../ui/serial-text.tsx'
import { DayText, TimeText } from '../../ui/time-text.tsx'
import { PlacePath } from './place-path.tsx'
import { CarePanel } from './care-panel.tsx'
import styles from './unit-facts.module.css'

/** What is true of the unit, at the moment that is looked at. */
export function UnitFacts({ unit, isPast }: { unit: Unit; isPast: boolean }) {
  const t = useText('unit')
  const word = useWord()
  const { serial, kind } = unit
  return (
    <Stack>
      {unit.holds.length > 0 && <Holds unit={unit} isPast={isPast} />}
      <Panel title={t('facts')}>
        <MainFacts unit={unit} />
      </Panel>
      {unit.item && <CarePanel item={unit.item.code} />}
      {unit.identifiers.length > 0 && (
        <Panel title={t('identifiers')}>
          <Facts>
            {unit.identifiers.map(({ type, value }) => (
              <Fact key={`${type} ${value}`} name={word('identifier', type)}>
                <SerialText serial={value} />
              </Fact>
            ))}
          </Facts>
        </Panel>
      )}
      <Panel title={t('traits')}>
        <Traits traits={unit.traits} />
      </Panel>
      {kind === 'container' && serial !== null && !isPast && (
        <UnitList
          title={t('contents')}
          query={searchFor('inside', serial)}
          shared={{ place: serial }}
        />
      )}
    </Stack>
  )
}

function MainFacts({ unit }: { unit: Unit }) {
  const t = useText('unit')
  const common = useText('common')
  const say = useSaid()
  const { item, lot, order, party, quantity, kind, stage, time } = unit
  return (
    <Facts>
      <Fact name={t('where')}>
        <PlacePath place={unit.place} />
      </Fact>
      {item && (
        <Fact name={t('item')}>
          <SubjectLink kind="item" code={item.code} />{' '}
          {item.name !== null && <bdi>{item.name}</bdi>}
        </Fact>
      )}
      {unit.meaning && (
        <Fact name={t('meaning')}>
          <bdi>{say(unit.meaning.said, unit.meaning.sentence)}</bdi>
        </Fact>
      )}
      {quantity && <Fact name={t('quantity')}>{quantityText(unit)}</Fact>}
      {lot && (
        <Fact name={t('lot')}>
          <SubjectLink kind="lot" code={lot.code} item={item?.code} />
        </Fact>
      )}
      {unit.expiry !== null && (
        <Fact name={t('expiry')}>
          <DayText day={Date.parse(unit.expiry)} />
        </Fact>
      )}
      {order && (
        <Fact name={t('order')}>
          <SubjectLink kind="order" code={order.code} />
        </Fact>
      )}
      {party && (
        <Fact name={t('party')}>
          <SubjectLink kind="party" code={party.code}>
            {party.name ?? party.code}
          </SubjectLink>
        </Fact>
      )}
      <Fact name={t('kind')}>
        {common(`kind.${kind}`)} · {common(`stage.${stage}`)}
      </Fact>
      {time !== null && (
        <Fact name={t('lastEvent')}>
          <TimeText time={time} />
        </Fact>
      )}
    </Facts>
  )
}

function Holds({ unit, isPast }: { unit: Unit; isPast: boolean }) {
  const t = useText('unit')
  const record = useRecord()
  const mayRecord = useMay('record', useCompany())
  const release = (hold: number) =>
    record({ kind: 'release', input: { units: [unit.id], hold } }, { words: t('released') })
  return (
    <Panel title={t('holds')} flush>
      <ul>
        {unit.holds.map(({ event, reason }) => (
          <li key={event} className={styles.hold}>
            <span>{reason}</span>
            {!isPast && mayRecord && (
              <Button
                variant="default"
                aria-label={t('releaseOf', { reason })}
                onClick={() => void release(event)}
              >
                {t('releaseHold')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Traits({ traits }: { traits: Unit['traits'] }) {
  const t = useText('unit')
  if (Object.keys(traits).length === 0) return <p className={styles.nothing}>{t('noTraits')}</p>
  return (
    <Facts>
      <TraitFacts traits={traits} />
    </Facts>
  )
}
