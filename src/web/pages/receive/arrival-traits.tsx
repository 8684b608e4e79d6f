import { useOperation } from '../../data/operations.ts'
import { searchFor } from '../../subjects/searches.ts'
import { useText } from '../../texts/texts.ts'
import { TraitInput } from '../../traits/trait-input.tsx'
import { belongsTo, useTraits, type DefinedTrait } from '../../traits/use-traits.ts'
import { More } from '../../ui/more.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'

/** How many units of the item tell which traits its units have. */
const unitsMost = 20

/**
 * Asks for the traits that new units begin with: those that the item's latest units have. Whatever
 * else is defined for units is at hand, but not in the way of who receives.
 */
export function ArrivalTraits({
  item,
  typed,
  onType,
}: {
  item: string
  /** What was typed, by the codes of traits. */
  typed: Readonly<Record<string, string>>
  onType: (code: string, value: string) => void
}) {
  const t = useText('work')
  const { defined, definitionOf } = useTraits()
  const latest = useOperation('searchUnits', { query: searchFor('item', item), limit: unitsMost })
  const possible = defined.filter(({ definition }) => belongsTo(definition, 'units'))
  if (possible.length === 0 || latest.isPending) return null
  const had = (latest.data?.units ?? []).flatMap(({ traits }) => Object.keys(traits))
  const usual = new Set(had.map(definitionOf))
  const asked = possible.filter(({ definition }) => usual.has(definition))
  const others = possible.filter(({ definition }) => !usual.has(definition))
  const input = ({ code, definition }: DefinedTrait) => (
    <TraitInput
      key={code}
      definition={definition}
      label={definition.name ?? code}
      value={typed[code] ?? ''}
      takesScan={false}
      onChange={(value) => onType(code, value)}
    />
  )
  return (
    <Panel title={t('receive.traits')}>
      <Stack>
        <p>{t('receive.traitsDetail')}</p>
        {asked.map(input)}
        {others.length > 0 && (
          <More title={t('receive.moreTraits')} open={others.some(({ code }) => typed[code])}>
            {others.map(input)}
          </More>
        )}
      </Stack>
    </Panel>
  )
}
