import { useRef, useState } from 'react'
import { useText } from '../../texts/texts.ts'
import { Row, Stack } from '../../ui/page.tsx'
import { Button, Loader, Modal, NativeSelect, Slider, Switch } from '../../ui/parts.ts'
import { useScanText } from '../scan-provider.tsx'
import type { OpenCamera } from './camera.ts'
import { readPictureFile } from './read-file.ts'
import { useCamera } from './use-camera.ts'
import styles from './camera-dialog.module.css'

const continuousKey = 'seriatim.camera.continuous'

/** Scans with the camera of this device, as a scanner would, one code or one after the other. */
export function CameraDialog({ onClose }: { onClose: () => void }) {
  const t = useText('camera')
  const scan = useScanText()
  const [isContinuous, setContinuous] = useState(localStorage.getItem(continuousKey) === 'yes')
  const [scans, setScans] = useState<readonly string[]>([])
  const [attempt, setAttempt] = useState(0)
  const onRead = (code: string) => {
    navigator.vibrate?.(30)
    setScans((earlier) => [...earlier, code])
    if (!isContinuous) onClose()
    void scan(code)
  }
  const change = (checked: boolean) => {
    localStorage.setItem(continuousKey, checked ? 'yes' : 'no')
    setContinuous(checked)
  }
  return (
    <Modal opened onClose={onClose} title={t('title')} size="lg">
      <Stack>
        <View key={attempt} onRead={onRead} onAgain={() => setAttempt(attempt + 1)} />
        <p className={styles.last} aria-live="polite">
          {scans.length === 0 ? (
            t('nothingYet')
          ) : (
            <>
              {t('count', { count: scans.length })} ·{' '}
              <code>{withoutIdentifier(scans.at(-1)!)}</code>
            </>
          )}
        </p>
        <Switch
          label={t('continuous')}
          checked={isContinuous}
          onChange={({ currentTarget }) => change(currentTarget.checked)}
        />
        <Row end>
          <PictureButton onRead={onRead} />
          <Button onClick={onClose}>{t('close')}</Button>
        </Row>
      </Stack>
    </Modal>
  )
}

const withoutIdentifier = (scan: string): string =>
  scan.replace(/^\][A-Za-z]\w/, '').replaceAll('\u001d', ' ')

/** What the camera sees, with what can be set of it; or why there is nothing to see. */
function View({ onRead, onAgain }: { onRead: (scan: string) => void; onAgain: () => void }) {
  const t = useText('camera')
  const video = useRef<HTMLVideoElement>(null)
  const { camera, fault, chooseLens, setTorch, setZoom } = useCamera(video, onRead)
  if (fault !== undefined) {
    return (
      <div className={styles.fault} role="alert">
        <p>{t(`fault.${fault}`)}</p>
        {fault !== 'insecure' && fault !== 'none' && (
          <Button variant="default" onClick={onAgain}>
            {t('again')}
          </Button>
        )}
      </div>
    )
  }
  return (
    <>
      <div className={styles.view} data-ready={camera !== undefined || undefined}>
        <video ref={video} className={styles.video} aria-label={t('video')} muted playsInline />
        <div className={styles.frame} aria-hidden />
        {camera === undefined && (
          <p className={styles.starting} role="status">
            <Loader size="sm" /> {t('starting')}
          </p>
        )}
      </div>
      <p className={styles.aim}>{t('aim')}</p>
      {camera && <Settings {...{ camera, chooseLens, setTorch, setZoom }} />}
    </>
  )
}

interface SettingsProps {
  readonly camera: OpenCamera
  readonly chooseLens: (id: string) => void
  readonly setTorch: (on: boolean) => void
  readonly setZoom: (zoom: number) => void
}

function Settings({ camera, chooseLens, setTorch, setZoom }: SettingsProps) {
  const t = useText('camera')
  const { lens, lenses, hasTorch, zoom } = camera
  if (lenses.length < 2 && !hasTorch && zoom === null) return null
  return (
    <div className={styles.settings}>
      {lenses.length > 1 && (
        <NativeSelect
          label={t('lens')}
          value={lens}
          onChange={({ currentTarget }) => chooseLens(currentTarget.value)}
          data={lenses.map(({ id, name }, index) => ({
            value: id,
            label: name === '' ? t('lensNumber', { number: index + 1 }) : name,
          }))}
        />
      )}
      {zoom !== null && (
        <label className={styles.zoom}>
          {t('zoom')}
          <Slider
            min={zoom.min}
            max={zoom.max}
            step={zoom.step}
            defaultValue={zoom.min}
            onChange={setZoom}
            thumbLabel={t('zoom')}
          />
        </label>
      )}
      {hasTorch && (
        <Switch
          label={t('torch')}
          onChange={({ currentTarget }) => setTorch(currentTarget.checked)}
        />
      )}
    </div>
  )
}

/** Reads the codes of a picture, where there is no camera or a better one is at hand. */
function PictureButton({ onRead }: { onRead: (scan: string) => void }) {
  const t = useText('camera')
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'reading' | 'nothingRead' | 'badPicture'>()
  const read = async (file: File | undefined) => {
    if (!file) return
    setState('reading')
    try {
      const scans = await readPictureFile(file)
      setState(scans.length === 0 ? 'nothingRead' : undefined)
      for (const scan of scans) onRead(scan)
    } catch {
      setState('badPicture')
    }
  }
  return (
    <>
      <p className={styles.picture} role="status">
        {state && t(state)}
      </p>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={t('picture')}
        onChange={({ currentTarget }) => {
          void read(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
      <Button variant="default" onClick={() => input.current?.click()}>
        {t('picture')}
      </Button>
    </>
  )
}
