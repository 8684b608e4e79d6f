import type { ImportCounts } from '../../client/web-client.ts'
import { useLanguage, useText } from '../texts/texts.ts'
import styles from './imports.module.css'

const shown = [
  'newUnits',
  'knownUnits',
  'newItems',
  'changedItems',
  'newLocations',
  'newParties',
  'refused',
] as const satisfies (keyof ImportCounts)[]

/** What an import makes, changes and refuses, in large numbers. */
export function CountList({ counts }: { counts: ImportCounts }) {
  const t = useText('imports')
  const language = useLanguage()
  const number = new Intl.NumberFormat(language === 'en' ? undefined : language)
  const some = shown.filter((name) => counts[name] > 0 || name === 'refused')
  return (
    <dl className={styles.counts}>
      {some.map((name) => (
        <div key={name} data-tone={name === 'refused' && counts[name] > 0 ? 'refused' : undefined}>
          <dt>{t(`counts.${name}`)}</dt>
          <dd>{number.format(counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}
