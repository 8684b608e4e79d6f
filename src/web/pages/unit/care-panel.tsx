import { useOperation } from '../../data/operations.ts'
import { FactValue } from '../../subjects/fact-value.tsx'
import { itemFields } from '../../subjects/fields.ts'
import { useText } from '../../texts/texts.ts'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'

/** What somebody who holds a unit has to know of its item. */
const asked = ['handling', 'coldest', 'warmest', 'substitutes']

/** How units of an item must be handled, and what may be used in their place. */
export function CarePanel({ item }: { item: string }) {
  const t = useText('unit')
  const things = useText('things')
  const { data } = useOperation('showSubject', { kind: 'item', code: item })
  const said = data?.subject.data ?? {}
  const fields = itemFields(things).filter(
    ({ name }) => asked.includes(name) && said[name] !== undefined,
  )
  if (fields.length === 0) return null
  return (
    <Panel title={t('care')}>
      <Facts>
        {fields.map((field) => (
          <Fact key={field.name} name={field.label}>
            <FactValue field={field} value={said[field.name]} />
          </Fact>
        ))}
      </Facts>
    </Panel>
  )
}
