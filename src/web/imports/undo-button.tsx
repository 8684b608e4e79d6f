import { useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useClient } from '../data/session.ts'
import { tell } from '../feedback/feedback.ts'
import { useText } from '../texts/texts.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Button } from '../ui/parts.ts'
import { problemText } from '../ui/problem-text.ts'

/** Takes an import back, after asking, and tells how it went. */
export function UndoButton({ batch }: { batch: string }) {
  const t = useText('imports')
  const client = useClient()
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const [share, setShare] = useState<number>()
  const undo = async () => {
    setShare(0)
    let undone = 0
    let stays = 0
    try {
      for await (const line of client.stream('undoImport', { batch })) {
        undone = line.undone
        stays += line.refused.length
        setShare((line.undone + line.already + stays) / Math.max(line.events, 1))
      }
      const detail = stays > 0 ? { detail: t('run.undoRefused', { count: stays }) } : {}
      const kind = stays > 0 ? 'needs' : 'done'
      tell({ kind, words: t('run.undone', { count: undone }), ...detail })
    } catch (reason) {
      tell({ kind: 'refused', words: t('run.undoing'), detail: problemText(reason) })
    } finally {
      setShare(undefined)
      void queries.invalidateQueries({ queryKey: [client.company] })
    }
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<Undo2 aria-hidden />}
        disabled={share !== undefined}
        onClick={() => setAsked(true)}
      >
        {share === undefined ? t('run.undo') : `${t('run.undoing')} ${Math.floor(share * 100)}%`}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={t('run.undoTitle')}
          detail={t('run.undoDetail')}
          action={t('run.undo')}
          onClose={() => setAsked(false)}
          onConfirm={() => void undo()}
        />
      )}
    </>
  )
}
