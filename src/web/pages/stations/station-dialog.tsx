import { useState } from 'react'
import type { Station } from '../../../client/web-client.ts'
import { errorFor, useAsk } from '../../data/ask.ts'
import { reloadSession } from '../../data/identity.ts'
import { useCompany } from '../../data/session.ts'
import { useWayBack } from '../../data/way-back.ts'
import { tell } from '../../feedback/feedback.ts'
import { SubjectPicker } from '../../subjects/subject-picker.tsx'
import { useText } from '../../texts/texts.ts'
import { DialogEnd } from '../../ui/dialog-end.tsx'
import { Form } from '../../ui/form.tsx'
import { Modal, NativeSelect, TextInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'

const idleChoices = [1, 2, 5, 10, 15, 30, 60, 240, 480]

interface Asked {
  /** The station to change; this browser becomes one when absent. */
  readonly station?: Station | undefined
  readonly onClose: () => void
}

/** Makes this browser a station, or changes one. */
export function StationDialog({ station, onClose }: Asked) {
  const t = useText('access')
  const { name, setName, place, setPlace, idleMinutes, setIdle, save, problem, isAsking } =
    useStation({ station, onClose })
  const title = station ? t('stations.change', { name: station.name }) : t('stations.register')
  const choices = [...new Set([...idleChoices, idleMinutes])].sort((a, b) => a - b)
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <Form onSend={save}>
        {problem?.field !== 'name' && <Complaint problem={problem} />}
        <TextInput
          label={t('stations.name')}
          required
          data-autofocus
          autoComplete="off"
          maxLength={60}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          {...errorFor(problem, 'name')}
        />
        <SubjectPicker
          kind="location"
          label={t('stations.location')}
          hint={t('stations.locationHint')}
          value={place}
          onChange={setPlace}
        />
        <NativeSelect
          label={t('stations.idle')}
          value={String(idleMinutes)}
          data={choices.map((count) => ({
            value: String(count),
            label: t('stations.minutes', { count }),
          }))}
          onChange={({ currentTarget }) => setIdle(Number(currentTarget.value))}
        />
        <DialogEnd
          action={station ? undefined : t('stations.register')}
          loading={isAsking}
          onClose={onClose}
        />
      </Form>
    </Modal>
  )
}

const settingsOf = ({ name, location, idleMinutes }: Station) => ({ name, location, idleMinutes })

function useStation({ station, onClose }: Asked) {
  const t = useText('access')
  const company = useCompany()
  const { ask, problem, isAsking } = useAsk()
  const wayBack = useWayBack()
  const [name, setName] = useState(station?.name ?? '')
  const [place, setPlace] = useState(station?.location ?? '')
  const [idleMinutes, setIdle] = useState(station?.idleMinutes ?? 10)
  const save = async () => {
    const settings = { name, location: place.trim() === '' ? null : place.trim(), idleMinutes }
    const done = station
      ? await ask('changeStation', { station: station.id, ...settings })
      : await ask('registerStation', { company, ...settings })
    if (!done) return
    const back = { detail: name, after: reloadSession }
    const undo = station
      ? wayBack('changeStation', { station: station.id, ...settingsOf(station) }, back)
      : wayBack('removeStation', { station: done.station.id }, back)
    const words = t(`stations.${station ? 'changed' : 'registered'}`, { name })
    tell({ kind: 'done', words, undo })
    await reloadSession()
    onClose()
  }
  return { name, setName, place, setPlace, idleMinutes, setIdle, save, problem, isAsking }
}
