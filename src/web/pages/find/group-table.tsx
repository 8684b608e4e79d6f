import { Link } from '@tanstack/react-router'
import type { Outputs } from '../../../client/web-client.ts'
import { describeGroup, type GroupKey } from '../../../domain/search/index.ts'
import { useOperation } from '../../data/operations.ts'
import { timeZoneOffsetMinutes } from '../../data/search-clock.ts'
import { useCompany } from '../../data/session.ts'
import { useSaid, useWord } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { useTraits } from '../../traits/use-traits.ts'
import { Panel } from '../../ui/panel.tsx'
import { Answered, EmptyState } from '../../ui/states.tsx'
import { narrowed } from './query-text.ts'
import styles from './group-table.module.css'

type Counts = Outputs['countUnits']
type Group = Counts['groups'][number]

/** How many units there are of each; a row leads to its units. */
export function GroupTable({ query, by }: { query: string; by: readonly GroupKey[] }) {
  const t = useText('find')
  const zone = timeZoneOffsetMinutes()
  const counts = useOperation('countUnits', { query, timeZoneOffsetMinutes: zone })
  return (
    <Answered query={counts} lines={8}>
      {({ groups, keys, total }) =>
        groups.length === 0 ? (
          <Panel>
            <EmptyState title={t('nothing')} detail={t('nothingDetail')} />
          </Panel>
        ) : (
          <table className={styles.table}>
            <caption className={styles.caption}>{t('total', { count: total })}</caption>
            <thead>
              <tr>
                {by.map((one, index) => (
                  <th key={keys[index]} scope="col" className={styles.head}>
                    <GroupName by={one} />
                  </th>
                ))}
                <th scope="col" className={styles.number}>
                  {t('count')}
                </th>
                <th aria-hidden className={styles.barHead} />
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <GroupRow
                  key={JSON.stringify(group.labels)}
                  group={group}
                  keys={keys}
                  most={groups[0]!.count}
                  query={query}
                />
              ))}
            </tbody>
          </table>
        )
      }
    </Answered>
  )
}

function GroupRow(props: { group: Group; keys: readonly string[]; most: number; query: string }) {
  const { group, keys, most, query } = props
  const t = useText('find')
  const name = useLabelName()
  const company = useCompany()
  const q = group.labels.reduce(
    (text, label, index) => narrowed(text, keys[index]!, label?.value ?? null),
    query,
  )
  return (
    <tr>
      {group.labels.map((label, index) => (
        <td key={keys[index]}>
          {index === 0 ? (
            <Link to="/c/$company/find" params={{ company }} search={{ q }}>
              {name(keys[index]!, label)}
            </Link>
          ) : (
            name(keys[index]!, label)
          )}
        </td>
      ))}
      <td className={styles.number}>{t('number', { value: group.count })}</td>
      <td aria-hidden>
        <span
          className={styles.bar}
          style={{ inlineSize: `${Math.max(0.5, (100 * group.count) / most)}%` }}
        />
      </td>
    </tr>
  )
}

/** What units are counted by; a trait has the name that people gave it. */
function GroupName({ by }: { by: GroupKey }) {
  const say = useSaid()
  const { labelOf } = useTraits()
  const { field, period } = by
  return field.kind === 'trait' && period === null ? (
    <bdi>{labelOf(field.name)}</bdi>
  ) : (
    say(describeGroup(by))
  )
}

/** Fields whose values are codes, with words in the tables of these names. */
const coded = ['status', 'stage', 'kind']

/** A value in the reader's words. */
function useLabelName() {
  const t = useText('find')
  const word = useWord()
  return (key: string, label: Group['labels'][number]): string => {
    if (label === null) return t('withoutValue')
    const { value, name } = label
    if (coded.includes(key)) return word(key, String(value))
    return name === null || name === value ? String(value) : `${String(value)} · ${name}`
  }
}
