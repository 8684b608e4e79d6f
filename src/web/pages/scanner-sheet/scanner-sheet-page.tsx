import { writeCommandCode } from '../../../domain/scan/command-code.ts'
import { useOperation } from '../../data/operations.ts'
import { BarcodePicture, type DrawnSymbology } from '../../scan/barcode-picture.tsx'
import { calibrationText, linearCalibrationText } from '../../scan/calibration.ts'
import { useText } from '../../texts/texts.ts'
import { Page } from '../../ui/page.tsx'
import { Button } from '../../ui/parts.ts'
import { SettingsLink } from '../settings/settings-link.tsx'
import styles from './scanner-sheet.module.css'

interface SheetCode {
  readonly symbology: DrawnSymbology
  readonly text: string
  readonly label: string
}

/** Quantities that a workplace needs most. */
const quantities = [1, 2, 5, 10, 20, 50, 100]
const commands = ['done', 'undo', 'next', 'cancel', 'confirm', 'repeat', 'help'] as const

/** A sheet to print on the first day: calibration, commands, samples, and some units. */
export function ScannerSheetPage() {
  const t = useText('scanner')
  const { data } = useOperation('searchUnits', { query: '', limit: 6 })
  const units = data?.units.flatMap(({ serial }) => serial ?? []) ?? []
  return (
    <Page
      title={t('sheet.title')}
      over={<SettingsLink />}
      actions={<Button onClick={() => print()}>{t('sheet.print')}</Button>}
    >
      <div className={styles.sheet}>
        <p className={styles.size}>
          {t('sheet.size')} <span className={styles.ruler} />
        </p>
        <Group
          title={t('sheet.calibration')}
          codes={[
            {
              symbology: 'datamatrix',
              text: calibrationText,
              label: t('calibrate.square'),
            },
            { symbology: 'code128', text: linearCalibrationText, label: t('calibrate.bars') },
          ]}
        />
        <Group
          title={t('sheet.commands')}
          codes={[
            ...commands.map((name) => command(writeCommandCode(name), t(`sheet.${name}`))),
            ...quantities.map((count) =>
              command(writeCommandCode('quantity', count), t('sheet.quantity', { count })),
            ),
          ]}
        />
        <Group title={t('sheet.samples')} codes={useSamples()} />
        {units.length > 0 && (
          <Group
            title={t('sheet.own')}
            codes={units.map((serial) => ({
              symbology: 'datamatrix',
              text: serial,
              label: serial,
            }))}
          />
        )}
      </div>
    </Page>
  )
}

const command = (text: string, label: string): SheetCode => ({ symbology: 'code128', text, label })

/** One of each kind; the numbers are those that GS1 keeps for examples. */
function useSamples(): readonly SheetCode[] {
  const t = useText('scanner')
  return [
    {
      symbology: 'gs1datamatrix',
      text: '(01)09506000134352(17)301231(10)LOT7(21)A1-0042',
      label: t('sheet.sample.datamatrix'),
    },
    {
      symbology: 'qrcode',
      text: 'https://id.gs1.org/01/09506000134352/21/A1-0042',
      label: t('sheet.sample.link'),
    },
    { symbology: 'gs1-128', text: '(00)195060000000000012', label: t('sheet.sample.sscc') },
    { symbology: 'ean13', text: '9506000134352', label: t('sheet.sample.ean') },
    { symbology: 'itf14', text: '19506000134359', label: t('sheet.sample.itf') },
    { symbology: 'code128', text: 'Z300GQ9K', label: t('sheet.sample.serial') },
  ]
}

function Group({ title, codes }: { title: string; codes: readonly SheetCode[] }) {
  return (
    <section className={styles.group}>
      <h2>{title}</h2>
      <ul className={styles.codes}>
        {codes.map(({ symbology, text, label }) => (
          <li key={symbology + text}>
            <BarcodePicture symbology={symbology} text={text} />
            <span>{label}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
