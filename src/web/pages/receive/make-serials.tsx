import { useState, type SubmitEvent } from 'react'
import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import { Button, TextInput } from '../../ui/parts.ts'
import { Stack } from '../../ui/page.tsx'

/** Makes serials for things that have none. */
export function MakeSerials({
  item,
  onMake,
}: {
  item: string
  onMake: (count: number) => Promise<void>
}) {
  const t = useText('work')
  const [count, setCount] = useState('1')
  const make = (event: SubmitEvent) => {
    event.preventDefault()
    void onMake(Number(count))
  }
  return (
    <Panel title={t('receive.make')}>
      <form onSubmit={make}>
        <Stack>
          <p>
            {t('receive.makeDetail')} <b>{item}</b>
          </p>
          <TextInput
            label={t('receive.howMany')}
            required
            inputMode="numeric"
            pattern="[1-9][0-9]{0,3}"
            value={count}
            onChange={({ currentTarget: { value } }) => setCount(value)}
          />
          <Button type="submit">{t('receive.makeNow')}</Button>
        </Stack>
      </form>
    </Panel>
  )
}
