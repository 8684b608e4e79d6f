import { Activity, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { useMay } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { useWayBack } from '../../data/way-back.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { List, ListItem } from '../../ui/list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, IconButton } from '../../ui/parts.ts'
import { Answered, EmptyState } from '../../ui/states.tsx'
import { PrinterDialog } from './printer-dialog.tsx'
import { useSaid } from '../../texts/say.ts'
import { listOf } from '../../../i18n/clause.ts'

type Printer = Outputs['listPrinters']['printers'][number]

/** Printers that labels may be sent to, and whether each can print. */
export function PrintersPanel() {
  const t = useText('labels')
  const mayAdminister = useMay('administer', useCompany())
  const { ask, problem } = useAsk()
  const [isAdding, setAdding] = useState(false)
  const [removed, setRemoved] = useState<Printer>()
  const wayBack = useWayBack()
  const query = useOperation('listPrinters', {})
  const remove = async (printer: Printer) => {
    const { name } = printer
    if (!(await ask('deletePrinter', { printer: name }))) return
    const undo = wayBack('savePrinter', printer, { detail: name })
    tell({ kind: 'done', words: t('printers.removed'), detail: name, undo })
  }
  const add = mayAdminister ? (
    <Button variant="subtle" leftSection={<Plus aria-hidden />} onClick={() => setAdding(true)}>
      {t('printers.add')}
    </Button>
  ) : undefined
  return (
    <Panel title={t('printers.title')} flush actions={add}>
      {problem && <p role="alert">{problem.text}</p>}
      <Answered query={query}>
        {({ printers }) =>
          printers.length === 0 ? (
            <EmptyState title={t('printers.empty')} detail={t('printers.emptyDetail')} />
          ) : (
            <List>
              {printers.map((printer) => (
                <PrinterItem
                  key={printer.name}
                  printer={printer}
                  onRemove={mayAdminister ? setRemoved : undefined}
                />
              ))}
            </List>
          )
        }
      </Answered>
      {isAdding && (
        <PrinterDialog printers={query.data?.printers ?? []} onClose={() => setAdding(false)} />
      )}
      {removed !== undefined && (
        <ConfirmDialog
          title={t('printers.remove')}
          detail={t('printers.removeDetail', { name: removed.name })}
          isGrave
          onConfirm={() => void remove(removed)}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </Panel>
  )
}

/** A printer, which can be asked how it is. */
function PrinterItem({
  printer,
  onRemove,
}: {
  printer: Printer
  onRemove: ((printer: Printer) => void) | undefined
}) {
  const { name, kind, host, port, dpi } = printer
  const t = useText('labels')
  const say = useSaid()
  const { ask, problem } = useAsk()
  const check = async () => {
    const answer = await ask('checkPrinter', { printer: name })
    if (!answer) return
    if (answer.isReady) tell({ kind: 'done', words: t('printers.ready', { name }) })
    else {
      const detail = say(listOf('sentence', answer.said), answer.problems.join(' '))
      tell({ kind: 'needs', words: t('printers.notReady', { name }), detail })
    }
  }
  const address = `${t(`printers.kinds.${kind}`)} · ${host}:${port} · ${dpi} dpi`
  return (
    <ListItem
      title={name}
      detail={problem ? <span role="alert">{problem.text}</span> : address}
      actions={
        <>
          <IconButton label={t('printers.check')} onClick={() => void check()}>
            <Activity aria-hidden />
          </IconButton>
          {onRemove && (
            <IconButton label={t('printers.remove')} onClick={() => onRemove(printer)}>
              <Trash2 aria-hidden />
            </IconButton>
          )}
        </>
      }
    />
  )
}
