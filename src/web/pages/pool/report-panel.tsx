import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { Inputs, Lease } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { useRecord } from '../../data/record.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { Row, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, Textarea } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'

type State = Inputs['reportLease']['state']

/** Says what became of serials: those that are typed or scanned, or all that are left. */
export function ReportPanel({ lease }: { lease: Lease }) {
  const t = useText('schemes')
  const { ask, problem, isAsking } = useAsk()
  const record = useRecord()
  const undone = useText('common')('undone')
  const [text, setText] = useState('')
  const serials = text.split(/\r?\n/).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
  const report = async (state: State) => {
    const done = await ask('reportLease', {
      id: uuidv7(),
      lease: lease.code,
      state,
      ...(serials.length > 0 && { serials }),
    })
    if (!done) return
    setText('')
    const words = t('pools.reported', { lease: lease.code })
    const shown = await ask('showSubject', { kind: 'lease', code: lease.code })
    const event = shown?.lines.at(-1)?.event
    const undo = async () => {
      await record({ kind: 'correct', input: { event } }, { words: undone, detail: words })
    }
    tell({ kind: 'done', words, ...(event !== undefined && { undo }) })
  }
  const { allocated, encoded } = lease.account
  if (allocated + encoded === 0) return null
  return (
    <Panel title={t('pools.report')}>
      <Stack>
        <Complaint problem={problem} />
        <Textarea
          label={t('pools.reportSerials')}
          description={t('pools.reportHint')}
          autosize
          minRows={2}
          maxRows={8}
          data-takes-scan
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <Row>
          {(['encoded', 'scrapped', 'returned'] as const).map((state) => (
            <Button
              key={state}
              variant="default"
              loading={isAsking}
              // What is destroyed is always said one by one.
              disabled={state === 'scrapped' ? serials.length === 0 : allocated === 0}
              onClick={() => void report(state)}
            >
              {t(`pools.as.${state}`)}
            </Button>
          ))}
        </Row>
      </Stack>
    </Panel>
  )
}
