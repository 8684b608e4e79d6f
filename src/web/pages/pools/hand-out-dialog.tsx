import { useNavigate } from '@tanstack/react-router'
import { useState, type ChangeEvent } from 'react'
import { uuidv7 } from 'uuidv7'
import { errorFor, useAsk } from '../../data/ask.ts'
import { useCompany } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { SubjectPicker } from '../../subjects/subject-picker.tsx'
import { useText } from '../../texts/texts.ts'
import { DialogEnd } from '../../ui/dialog-end.tsx'
import { Form } from '../../ui/form.tsx'
import { Modal, TextInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'

/** What is asked for, and the handing out. */
function useHandOut(onClose: () => void) {
  const t = useText('schemes')
  const company = useCompany()
  const navigate = useNavigate()
  const { ask, problem, isAsking } = useAsk()
  // Made once: sent again after a lost answer, it is the same lease.
  const [id] = useState(uuidv7)
  const [wish, setWish] = useState({ item: '', count: '100', holder: '', location: '', until: '' })
  const set = (name: keyof typeof wish) => (value: string) =>
    setWish((all) => ({ ...all, [name]: value }))
  const hand = async () => {
    const { item, count, holder, location, until } = wish
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
  return { wish, set, hand, problem, isAsking }
}

/** Asks for how many serials of which item go to whom, and hands them out. */
export function HandOutDialog({ onClose }: { onClose: () => void }) {
  const t = useText('schemes')
  const { wish, set, hand, problem, isAsking } = useHandOut(onClose)
  const typed = (name: keyof typeof wish) => ({
    value: wish[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => set(name)(event.currentTarget.value),
  })
  return (
    <Modal opened onClose={onClose} title={t('pools.hand')} size="lg">
      <Form onSend={hand}>
        <Complaint problem={problem} />
        <SubjectPicker
          kind="item"
          label={t('pools.item')}
          value={wish.item}
          onChange={set('item')}
          required
        />
        <TextInput
          label={t('pools.count')}
          required
          inputMode="numeric"
          pattern="[1-9][0-9]{0,4}"
          {...typed('count')}
          {...errorFor(problem, 'count')}
        />
        <TextInput
          label={t('pools.holder')}
          description={t('pools.holderHint')}
          required
          maxLength={200}
          autoComplete="off"
          {...typed('holder')}
        />
        <SubjectPicker
          kind="location"
          label={t('pools.location')}
          hint={t('pools.locationHint')}
          value={wish.location}
          onChange={set('location')}
        />
        <TextInput label={t('pools.until')} type="date" {...typed('until')} />
        <DialogEnd action={t('pools.hand')} loading={isAsking} onClose={onClose} />
      </Form>
    </Modal>
  )
}
