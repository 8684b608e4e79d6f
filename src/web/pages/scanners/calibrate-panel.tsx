import { useEffect, useRef, useState } from 'react'
import { useSession } from '../../data/identity.ts'
import { useClient } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { BarcodePicture } from '../../scan/barcode-picture.tsx'
import {
  calibrationText,
  linearCalibrationText,
  readCalibration,
  type Calibration,
} from '../../scan/calibration.ts'
import type { KeyStroke } from '../../scan/key-stroke.ts'
import {
  loadScannerProfile,
  saveScannerProfile,
  type ScannerProfile,
} from '../../scan/scanner-profile.ts'
import { tapStrokes } from '../../scan/stroke-tap.ts'
import { useText } from '../../texts/texts.ts'
import { Row, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { VerdictMark } from '../../ui/verdict-mark.tsx'
import styles from './scanners.module.css'

/** A slow scanner pauses this long between two keys at most. */
const silenceMs = 1200

/** Learns from one symbol how the scanner of this device types. */
export function CalibratePanel() {
  const t = useText('scanner')
  const keep = useKeepProfile()
  const [isWaiting, setWaiting] = useState(false)
  const [found, setFound] = useState<Calibration>()
  useCalibration(isWaiting, (calibration) => {
    setWaiting(false)
    setFound(calibration)
    if (!calibration.profile) return
    keep(calibration.profile, t('calibrate.saved'))
  })
  const forget = () => {
    keep(undefined, t('calibrate.forgotten'))
    setFound(undefined)
  }
  return (
    <Panel title={t('calibrate.title')}>
      <Stack>
        <p>{t('calibrate.detail')}</p>
        <Row>
          <Button onClick={() => setWaiting(!isWaiting)} variant={isWaiting ? 'default' : 'filled'}>
            {t(isWaiting ? 'calibrate.cancel' : found ? 'calibrate.again' : 'calibrate.start')}
          </Button>
          <Button variant="subtle" onClick={forget}>
            {t('calibrate.forget')}
          </Button>
        </Row>
        <div role="status">{isWaiting && <strong>{t('calibrate.waiting')}</strong>}</div>
        {found && !isWaiting && <Findings found={found} />}
        <div className={styles.symbols}>
          <figure>
            <BarcodePicture symbology="datamatrix" text={calibrationText} />
            <figcaption>{t('calibrate.square')}</figcaption>
          </figure>
          <figure>
            <BarcodePicture symbology="code128" text={linearCalibrationText} />
            <figcaption>{t('calibrate.bars')}</figcaption>
          </figure>
        </div>
      </Stack>
    </Panel>
  )
}

const needed: readonly string[] = ['separatorLost', 'noEnd', 'wrong']

function Findings({ found: { findings, received } }: { found: Calibration }) {
  const t = useText('scanner')
  return (
    <>
      <ul className={styles.findings} aria-live="polite">
        {findings.map((finding) => (
          <li key={finding}>
            <VerdictMark kind={needed.includes(finding) ? 'needs' : 'done'} />
            {t(`finding.${finding}`)}
          </li>
        ))}
      </ul>
      <p className={styles.received}>
        {t('calibrate.received')}: <code>{visible(received)}</code>
      </p>
    </>
  )
}

const visible = (text: string): string =>
  text.replaceAll(/[\0-\x1f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))

/** Keeps what was learnt on this device, and says so; of a shared station on the server too. */
function useKeepProfile(): (profile: ScannerProfile | undefined, words: string) => void {
  const t = useText('common')
  const client = useClient()
  const { station } = useSession()
  const keep = (profile: ScannerProfile | undefined) => {
    saveScannerProfile(profile)
    if (station) void client.call('calibrateStation', { calibration: profile ?? null })
  }
  return (profile, words) => {
    const former = loadScannerProfile()
    const undo = async () => {
      keep(former)
      tell({ kind: 'done', words: t('undone'), detail: words })
    }
    keep(profile)
    tell({ kind: 'done', words, undo })
  }
}

/** Gathers the key presses of one scan, while it is waited for. */
function useCalibration(isWaiting: boolean, onFound: (found: Calibration) => void): void {
  const latest = useRef(onFound)
  useEffect(() => {
    latest.current = onFound
  })
  useEffect(() => {
    if (!isWaiting) return undefined
    let strokes: KeyStroke[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const finish = () => {
      const found = readCalibration(strokes)
      strokes = []
      latest.current(found)
    }
    const untap = tapStrokes((stroke) => {
      strokes.push(stroke)
      clearTimeout(timer)
      timer = setTimeout(finish, stroke.key === 'Enter' || stroke.key === 'Tab' ? 100 : silenceMs)
    })
    return () => {
      clearTimeout(timer)
      untap()
    }
  }, [isWaiting])
}
