import type { Outputs } from '../../../client/web-client.ts'
import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import { SerialText } from '../../ui/serial-text.tsx'
import styles from './schemes.module.css'

/** The next serials; the first of them taken apart, each part with what it is. */
export function NextSerials({ preview }: { preview: Outputs['previewScheme'] }) {
  const t = useText('schemes')
  const [, ...others] = preview.examples
  return (
    <Panel title={t('next')}>
      <ol className={styles.parts} dir="ltr">
        {preview.parts.map(({ kind, name, text, position }) => (
          <li key={position} className={styles.part} data-kind={kind}>
            <span className={styles.text}>{text}</span>
            <span className={styles.name}>{kind === 'literal' ? '' : nameOf(name, t, kind)}</span>
          </li>
        ))}
      </ol>
      <ul className={styles.others}>
        {others.map((serial) => (
          <li key={serial}>
            <SerialText serial={serial} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type Kind = Outputs['previewScheme']['parts'][number]['kind']

/** A field and a date are called as in the pattern; a number and a check by what they are. */
const nameOf = (name: string, t: ReturnType<typeof useText<'schemes'>>, kind: Kind): string =>
  kind === 'field' || kind === 'date' ? name : t(`kinds.${kind}`)
