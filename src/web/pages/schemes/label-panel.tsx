import type { Outputs } from '../../../client/web-client.ts'
import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './schemes.module.css'

/** How much room each kind of symbol takes, drawn in millimetres. */
export function LabelPanel({ symbols }: { symbols: Outputs['previewScheme']['symbols'] }) {
  const t = useText('schemes')
  return (
    <Panel title={t('label')}>
      <ul className={styles.symbols}>
        {symbols.map(({ symbology, xDimensionMm, widthMm, heightMm }) => (
          <li key={`${symbology} ${xDimensionMm}`}>
            <span
              className={styles.symbol}
              data-symbology={symbology}
              style={{ inlineSize: `${widthMm}mm`, blockSize: `${heightMm}mm` }}
              aria-hidden
            />
            <span>
              <b>{t(`symbologies.${symbology}`)}</b>
              <br />
              {t('size', { width: widthMm, height: heightMm })}
              <br />
              <span className={styles.hint}>{t('module', { width: xDimensionMm })}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('labelHint')}</p>
    </Panel>
  )
}
