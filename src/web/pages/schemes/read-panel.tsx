import { useState } from 'react'
import type { Inputs, Outputs } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { useSaid } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { Stack } from '../../ui/page.tsx'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'
import { TextInput } from '../../ui/parts.ts'
import { SerialText } from '../../ui/serial-text.tsx'
import { useSettled } from './use-settled.ts'

type Reading = NonNullable<Outputs['previewScheme']['reading']>

/** A serial is typed or scanned and read back into what it was made from. */
export function ReadPanel({ input }: { input: Inputs['previewScheme'] }) {
  const t = useText('schemes')
  const say = useSaid()
  const [serial, setSerial] = useState('')
  const asked = useSettled({ ...input, serial: serial.trim() })
  const { data } = useOperation('previewScheme', asked, {
    enabled: asked.serial !== '',
    keepsFormer: true,
  })
  const reading = serial.trim() === '' ? undefined : data?.reading
  return (
    <Panel title={t('read')}>
      <Stack>
        <TextInput
          aria-label={t('read')}
          description={t('readHint')}
          value={serial}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          data-takes-scan
          error={reading?.error && say(reading.error.said, reading.error.message)}
          onChange={({ currentTarget: { value } }) => setSerial(value)}
        />
        {reading?.meaning && <Meaning meaning={reading.meaning} />}
      </Stack>
    </Panel>
  )
}

function Meaning({ meaning }: { meaning: NonNullable<Reading['meaning']> }) {
  const say = useSaid()
  return (
    <>
      <SerialText serial={meaning.serial} size="m" />
      <Facts>
        {meaning.facts.map(({ name, value, said }) => (
          <Fact key={name} name={say(said.name, name)}>
            {say(said.value, value)}
          </Fact>
        ))}
      </Facts>
    </>
  )
}
