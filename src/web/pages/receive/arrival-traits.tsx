import { useText } from '../../texts/texts.ts'
import { TraitInput } from '../../traits/trait-input.tsx'
import { belongsTo, useTraits } from '../../traits/use-traits.ts'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'

/** Asks for the traits that new units begin with, where any are defined. */
export function ArrivalTraits({
  typed,
  onType,
}: {
  /** What was typed, by the codes of traits. */
  typed: Readonly<Record<string, string>>
  onType: (code: string, value: string) => void
}) {
  const t = useText('work')
  const { defined } = useTraits()
  const asked = defined.filter(({ definition }) => belongsTo(definition, 'units'))
  if (asked.length === 0) return null
  return (
    <Panel title={t('receive.traits')}>
      <Stack>
        <p>{t('receive.traitsDetail')}</p>
        {asked.map(({ code, definition }) => (
          <TraitInput
            key={code}
            definition={definition}
            label={definition.name ?? code}
            value={typed[code] ?? ''}
            takesScan={false}
            onChange={(value) => onType(code, value)}
          />
        ))}
      </Stack>
    </Panel>
  )
}
