import { useText } from '../../texts/texts.ts'
import { TraitInput } from '../../traits/trait-input.tsx'
import type { DefinedTrait } from '../../traits/use-traits.ts'
import { More } from '../../ui/more.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { ArrivalTraits } from './use-arrival-traits.ts'

/**
 * Asks for the traits that new units begin with: those that the item's latest units have. Whatever
 * else is defined for units is at hand, but not in the way of who receives.
 */
export function ArrivalTraitsPanel({
  item,
  traits: { asked, others, textOf },
  onType,
}: {
  item: string
  traits: ArrivalTraits
  onType: (code: string, text: string) => void
}) {
  const t = useText('work')
  if (asked.length + others.length === 0) return null
  const input = ({ code, definition }: DefinedTrait) => (
    <TraitInput
      key={code}
      definition={definition}
      label={definition.name ?? code}
      value={textOf(code)}
      takesScan={false}
      onChange={(text) => onType(code, text)}
    />
  )
  return (
    <Panel title={t('receive.traits')}>
      <Stack>
        <p>{t('receive.traitsDetail', { item })}</p>
        {asked.map(input)}
        {others.length > 0 && (
          <More
            title={t('receive.moreTraits')}
            open={others.some(({ code }) => textOf(code) !== '')}
          >
            {others.map(input)}
          </More>
        )}
      </Stack>
    </Panel>
  )
}
