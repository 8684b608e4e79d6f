import { Redo2, Undo2 } from 'lucide-react'
import { useMay } from '../data/identity.ts'
import { useRecord } from '../data/record.ts'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import { IconButton } from '../ui/parts.ts'

/** Takes an event back, or the taking back; the ledger has the last word. */
export function TakeBack({
  line: { event, corrects, correctedBy },
  needs = 'record',
  detail,
  className,
  onDone,
}: {
  line: { event: number; corrects: number | null; correctedBy: number | null }
  /** What the taking back needs. */
  needs?: 'record' | 'manage'
  /** The event in words. */
  detail: string
  className?: string | undefined
  onDone?: () => void
}) {
  const t = useText('common')
  const record = useRecord()
  const may = useMay(needs, useCompany())
  if (correctedBy !== null || !may) return null
  const isBack = corrects !== null
  const undo = async () => {
    const wish = { kind: 'correct', input: { event } }
    if (await record(wish, { words: t(isBack ? 'broughtBack' : 'undone'), detail })) onDone?.()
  }
  return (
    <IconButton
      label={t(isBack ? 'bringBack' : 'takeBack', { what: detail })}
      {...(className !== undefined && { className })}
      onClick={() => void undo()}
    >
      {isBack ? <Redo2 /> : <Undo2 />}
    </IconButton>
  )
}
