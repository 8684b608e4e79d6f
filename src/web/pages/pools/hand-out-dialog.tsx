import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { errorFor, useAsk } from '../../data/ask.ts'
import { useCompany } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { SubjectPicker } from '../../subjects/subject-picker.tsx'
import { useText } from '../../texts/texts.ts'
import { Form } from '../../ui/form.tsx'
import { Row } from '../../ui/page.tsx'
import { Button, Modal, TextInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'

/** Asks for how many serials of which item go to whom, and hands them out. */
export function HandOutDialog({ onClose }: { onClose: () => void }) {
  const t = useText('schemes')
  const company = useCompany()
  const navigate = useNavigate()
  const { ask, problem, isAsking } = useAsk()
  // Made once: sent again after a lost answer, it is the same lease.
  const [id] = useState(uuidv7)
  const [item, setItem] = useState('')
  const [count, setCount] = useState('100')
  const [holder, setHolder] = useState('')
  const [location, setLocation] = useState('')
  const [until, setUntil] = useState('')
  const hand = async () => {
    const shown = await ask('leaseSerials', {
      id,
      item: item.trim(),
      count: Number(count),
      holder: holder.trim(),
      ...(location.trim() !== '' && { location: location.trim() }),
      ...(until !== '' && { until: Date.parse(until) }),
    })
    if (!shown) return
    const { code } = shown.lease
    tell({ kind: 'done', words: t('pools.handed', { count: shown.lease.count, holder }), code })
    onClose()
    void navigate({ to: '/c/$company/pools/$lease', params: { company, lease: code } })
  }
  return (
    <Modal opened onClose={onClose} title={t('pools.hand')} size="lg">
      <Form onSend={hand}>
        <Complaint problem={problem} />
        <SubjectPicker
          kind="item"
          label={t('pools.item')}
          value={item}
          onChange={setItem}
          required
        />
        <TextInput
          label={t('pools.count')}
          required
          inputMode="numeric"
          pattern="[1-9][0-9]{0,4}"
          value={count}
          onChange={({ currentTarget: { value } }) => setCount(value)}
          {...errorFor(problem, 'count')}
        />
        <TextInput
          label={t('pools.holder')}
          description={t('pools.holderHint')}
          required
          maxLength={200}
          autoComplete="off"
          value={holder}
          onChange={({ currentTarget: { value } }) => setHolder(value)}
        />
        <SubjectPicker
          kind="location"
          label={t('pools.location')}
          hint={t('pools.locationHint')}
          value={location}
          onChange={setLocation}
        />
        <TextInput
          label={t('pools.until')}
          type="date"
          value={until}
          onChange={({ currentTarget: { value } }) => setUntil(value)}
        />
        <Row end>
          <Button variant="default" onClick={onClose}>
            {t('pools.cancel')}
          </Button>
          <Button type="submit" loading={isAsking}>
            {t('pools.hand')}
          </Button>
        </Row>
      </Form>
    </Modal>
  )
}
