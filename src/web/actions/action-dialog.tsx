import { useState, type SubmitEvent } from 'react'
import type { Unit } from '../../client/web-client.ts'
import { useRecord } from '../data/record.ts'
import { useScan } from '../scan/scan-provider.tsx'
import { useText } from '../texts/texts.ts'
import { isFitting } from '../traits/trait-input.tsx'
import { useTraits } from '../traits/use-traits.ts'
import { DialogEnd } from '../ui/dialog-end.tsx'
import { Modal } from '../ui/parts.ts'
import { Stack } from '../ui/page.tsx'
import { SerialText } from '../ui/serial-text.tsx'
import { ActionFieldInput } from './action-field.tsx'
import { decimalsOf, wholeAmount } from './amounts.ts'
import { commandOf } from './action-command.ts'
import type { UnitAction, Values } from './unit-action.ts'

interface ActionDialogProps {
  readonly action: UnitAction | undefined
  /** Ids of the units that it is done to. */
  readonly units: readonly number[]
  /** The unit, where it is one: its measure and traits are known. */
  readonly unit?: Unit
  readonly onClose: () => void
  /** Called with the units that were refused; with none when it was done to all. */
  readonly onDone?: (refused: readonly number[]) => void
}

/** Asks what an action needs, and does it; it stays open when it was refused. */
export function ActionDialog({ action, onClose, ...rest }: ActionDialogProps) {
  const t = useText('actions')
  return (
    <Modal
      opened={action !== undefined}
      onClose={onClose}
      title={action && t(`${action.name}.title`, { count: rest.units.length })}
    >
      {action && <ActionForm key={action.name} action={action} onClose={onClose} {...rest} />}
    </Modal>
  )
}

function ActionForm({
  action,
  units,
  unit,
  onClose,
  onDone,
}: ActionDialogProps & { action: UnitAction }) {
  const t = useText('actions')
  const record = useRecord()
  const [values, setValues] = useState<Values>({})
  const [isBusy, setBusy] = useState(false)
  const wrong = useWrongField(action, values, unit)
  useScannedField(action, (name, code) => setValues((former) => ({ ...former, [name]: code })))
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    const recorded = await record(commandOf(action, units, values, unit), {
      words: ({ refused }) => t(`${action.name}.done`, { count: units.length - refused.length }),
      ...(unit?.serial && { code: unit.serial }),
    })
    setBusy(false)
    if (!recorded) return
    onClose()
    onDone?.(recorded.refused.map(({ index }) => units[index]!))
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {unit?.serial && <SerialText serial={unit.serial} />}
        {action.fields.map((field, index) => (
          <ActionFieldInput
            key={field.name}
            field={field}
            unit={unit}
            isFirst={index === 0}
            value={values[field.name] ?? ''}
            trait={values.trait ?? ''}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
        {action.isFinal && <p>{t(`${action.name as 'lose' | 'dispose'}.note`)}</p>}
        <DialogEnd
          action={t(`${action.name}.button`)}
          loading={isBusy}
          disabled={wrong}
          color={action.isFinal ? 'refused' : 'accent'}
          onClose={onClose}
        />
      </Stack>
    </form>
  )
}

/** Whether a field has not yet what the action needs. */
function useWrongField({ fields }: UnitAction, values: Values, unit: Unit | undefined): boolean {
  const trait = useTraits().definitionOf(values.trait ?? '')
  return fields.some(({ name, kind, isOptional }) => {
    const value = values[name]?.trim() ?? ''
    if (kind === 'amount') return wholeAmount(value, decimalsOf(unit)) === undefined
    if (kind === 'value') return !isFitting(trait, value)
    return value === '' && !isOptional
  })
}

/** A scan of a place, party or container fills the field that asks for one. */
function useScannedField(
  action: UnitAction,
  write: (name: keyof Values, code: string) => void,
): void {
  useScan(({ meaning: { candidates } }) => {
    const named = candidates.find(({ known, ref }) => known && ref !== null)
    const field = action.fields.find(({ kind }) => kind === named?.kind)
    if (!field || !named?.ref) return false
    write(field.name, named.ref.code ?? named.title)
  })
}
