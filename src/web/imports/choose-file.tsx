import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Outputs } from '../../client/web-client.ts'
import { whileSignedIn } from '../data/session-end.ts'
import { useClient } from '../data/session.ts'
import { useLanguage, useText } from '../texts/texts.ts'
import { Panel } from '../ui/panel.tsx'
import { Button, Progress } from '../ui/parts.ts'
import { ErrorState } from '../ui/states.tsx'
import styles from './imports.module.css'
import { fileSize } from './file-size.ts'
import { uploadFile } from './upload-file.ts'

interface Sending {
  readonly file: File
  readonly bytes: number
  readonly stop: AbortController
}

/** Takes a file, by dropping it or choosing it, and uploads it. */
export function ChooseFile({ onDone }: { onDone: (done: Outputs['uploadFile']) => void }) {
  const { send, sending, failed } = useSending(onDone)
  if (sending) return <UploadProgress sending={sending} />
  return (
    <Panel>
      {failed && <ErrorState error={failed.error} retry={() => void send(failed.file)} />}
      <DropZone onFile={(file) => void send(file)} />
    </Panel>
  )
}

function useSending(onDone: (done: Outputs['uploadFile']) => void) {
  const client = useClient()
  const [sending, setSending] = useState<Sending>()
  const [failed, setFailed] = useState<{ readonly file: File; readonly error: unknown }>()
  const send = async (file: File) => {
    const stop = new AbortController()
    setFailed(undefined)
    setSending({ file, bytes: 0, stop })
    const onProgress = (bytes: number) => setSending({ file, bytes, stop })
    try {
      const upload = () => uploadFile(client, file, { signal: stop.signal, onProgress })
      onDone(await whileSignedIn(upload))
    } catch (error) {
      if (!stop.signal.aborted) setFailed({ file, error })
    } finally {
      setSending(undefined)
    }
  }
  return { send, sending, failed }
}

function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const t = useText('imports')
  const field = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file) onFile(file)
  }
  return (
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <FileUp aria-hidden className={styles.dropPicture} />
      <p className={styles.dropTitle}>{t('drop.title')}</p>
      <p className={styles.soft}>{t('drop.detail')}</p>
      <Button onClick={() => field.current?.click()}>{t('drop.choose')}</Button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={t('drop.choose')}
        accept=".csv,.tsv,.txt,.xlsx,.xlsm,.json,.jsonl,.ndjson"
        onChange={({ currentTarget }) => take(currentTarget.files)}
      />
      <ul className={styles.hints} aria-label={t('drop.first')}>
        {t('drop.hints')
          .split('|')
          .map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
      </ul>
    </div>
  )
}

function UploadProgress({ sending: { file, bytes, stop } }: { sending: Sending }) {
  const t = useText('imports')
  const language = useLanguage()
  const [sent, total] = [bytes, file.size].map((one) => fileSize(one, language))
  return (
    <Panel title={t('drop.uploading', { name: file.name })}>
      <Progress
        value={file.size === 0 ? 100 : (bytes / file.size) * 100}
        size="xl"
        aria-label={t('drop.uploading', { name: file.name })}
      />
      <p className={styles.soft} role="status">
        {t('drop.progress', { sent: sent!, total: total! })}
      </p>
      <Button variant="default" onClick={() => stop.abort()}>
        {t('drop.stop')}
      </Button>
    </Panel>
  )
}
