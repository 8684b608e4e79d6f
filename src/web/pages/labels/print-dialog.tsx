import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { errorFor, useAsk } from '../../data/ask.ts'
import { useOperation } from '../../data/operations.ts'
import { useClient, useCompany } from '../../data/session.ts'
import { SubjectPicker } from '../../subjects/subject-picker.tsx'
import { useText } from '../../texts/texts.ts'
import { Form } from '../../ui/form.tsx'
import { Row } from '../../ui/page.tsx'
import { Button, Modal, NativeSelect, TextInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'

/** Stands for "no printer, but a file". */
const asPdf = ''

/** Asks which labels on which printer; makes a job of it, or a PDF. */
export function PrintDialog({ query, onClose }: { query: string; onClose: () => void }) {
  const t = useText('labels')
  const company = useCompany()
  const client = useClient()
  const navigate = useNavigate()
  const { ask, problem, isAsking } = useAsk()
  // Made once: sent again after a lost answer, it is the same job.
  const [id] = useState(uuidv7)
  const [source, setSource] = useState<'units' | 'blanks'>('units')
  const [search, setSearch] = useState(query)
  const [item, setItem] = useState('')
  const [count, setCount] = useState('10')
  const [copies, setCopies] = useState('1')
  const [startAt, setStartAt] = useState('1')
  const [template, setTemplate] = useState('unit-51x25')
  const [chosen, setPrinter] = useState<string>()
  const { data: { templates } = { templates: [] } } = useOperation('listLabelTemplates', {})
  const { data: { printers } = { printers: [] } } = useOperation('listPrinters', {})
  const printer = chosen ?? printers[0]?.name ?? asPdf
  const isSheet = templates.some(({ name, labelsPerSheet }) => {
    return name === template && labelsPerSheet !== null
  })
  const wanted = useDeferredValue(search.trim())
  const found = useOperation(
    'countUnits',
    { query: wanted },
    { enabled: source === 'units' && wanted !== '', keepsFormer: true },
  )
  const subject = { template, query: search.trim(), copies: Number(copies) }
  const pdf = client.address('downloadLabels', { ...subject, startAt: Number(startAt) })
  const print = async () => {
    const isBlank = source === 'blanks'
    const what = isBlank
      ? { template, copies: Number(copies), blanks: { item: item.trim(), count: Number(count) } }
      : subject
    const job = await ask('createLabelJob', { id, printer, ...what })
    if (!job) return
    void navigate({ to: '/c/$company/labels/jobs/$job', params: { company, job: job.id } })
  }
  return (
    <Modal opened onClose={onClose} title={t('print')} size="lg">
      <Form onSend={print}>
        <Complaint problem={problem} />
        <NativeSelect
          label={t('dialog.to')}
          value={printer}
          onChange={({ currentTarget: { value } }) => setPrinter(value)}
          data={[
            ...printers.map(({ name }) => ({ value: name, label: name })),
            { value: asPdf, label: t('dialog.asPdf') },
          ]}
        />
        <NativeSelect
          label={t('dialog.template')}
          value={template}
          onChange={({ currentTarget: { value } }) => setTemplate(value)}
          data={templates.map(({ name, title }) => ({ value: name, label: title }))}
          {...errorFor(problem, 'template')}
        />
        {printer !== asPdf && (
          <NativeSelect
            label={t('dialog.source')}
            value={source}
            onChange={({ currentTarget: { value } }) => setSource(value as 'units' | 'blanks')}
            data={[
              { value: 'units', label: t('dialog.units') },
              { value: 'blanks', label: t('dialog.blanks') },
            ]}
          />
        )}
        {source === 'units' || printer === asPdf ? (
          <TextInput
            label={t('dialog.which')}
            description={
              found.data ? t('dialog.found', { count: found.data.total }) : t('dialog.whichHint')
            }
            required
            data-autofocus
            autoComplete="off"
            value={search}
            onChange={({ currentTarget: { value } }) => setSearch(value)}
            {...errorFor(problem, 'query')}
          />
        ) : (
          <>
            <SubjectPicker
              kind="item"
              label={t('dialog.item')}
              hint={t('dialog.blanksHint')}
              value={item}
              onChange={setItem}
              required
            />
            <TextInput
              label={t('dialog.count')}
              required
              inputMode="numeric"
              pattern="[1-9][0-9]{0,4}"
              value={count}
              onChange={({ currentTarget: { value } }) => setCount(value)}
            />
          </>
        )}
        <TextInput
          label={t('dialog.copies')}
          inputMode="numeric"
          pattern="[1-9][0-9]?"
          value={copies}
          onChange={({ currentTarget: { value } }) => setCopies(value)}
        />
        {isSheet && printer === asPdf && (
          <TextInput
            label={t('dialog.startAt')}
            inputMode="numeric"
            pattern="[1-9][0-9]{0,2}"
            value={startAt}
            onChange={({ currentTarget: { value } }) => setStartAt(value)}
          />
        )}
        <Row end>
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          {printer === asPdf ? (
            <Button component="a" href={pdf} target="_blank" rel="noreferrer">
              {t('dialog.open')}
            </Button>
          ) : (
            <Button type="submit" loading={isAsking}>
              {t('dialog.send')}
            </Button>
          )}
        </Row>
      </Form>
    </Modal>
  )
}
