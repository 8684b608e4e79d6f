import { useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { errorFor, useAsk } from '../../data/ask.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { Form } from '../../ui/form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, TextInput } from '../../ui/parts.ts'
import { Row } from '../../ui/page.tsx'

/** Asks how many labels came out of a job that broke off while some were on their way. */
export function SettlePanel({ job }: { job: Outputs['showLabelJob']['job'] }) {
  const t = useText('labels')
  const { ask, problem, isAsking } = useAsk()
  const [printed, setPrinted] = useState(String(job.printed))
  if (job.unsure === null) return null
  const settle = async () => {
    const settled = await ask('settleLabelJob', { job: job.id, printed: Number(printed) })
    if (settled) tell({ kind: 'done', words: t('job.settled') })
  }
  return (
    <Panel title={t('job.unsureTitle')}>
      <Form onSend={settle}>
        <p>{t('job.unsureDetail', job.unsure)}</p>
        <TextInput
          label={t('job.unsureCount')}
          inputMode="numeric"
          pattern="[0-9]{1,6}"
          required
          value={printed}
          onChange={({ currentTarget: { value } }) => setPrinted(value)}
          {...errorFor(problem, 'printed')}
        />
        <Row>
          <Button type="submit" loading={isAsking}>
            {t('job.settle')}
          </Button>
        </Row>
      </Form>
    </Panel>
  )
}
