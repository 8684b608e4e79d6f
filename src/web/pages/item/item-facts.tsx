import { Link } from '@tanstack/react-router'
import type { Subject } from '../../../client/web-client.ts'
import { useCompany } from '../../data/session.ts'
import { itemFields } from '../../subjects/fields.ts'
import { useText } from '../../texts/texts.ts'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'

/** What is said of an item: the fields that have a value, its traits and its packs. */
export function ItemFacts({ subject: { data } }: { subject: Subject }) {
  const t = useText('things')
  const traits = Object.entries((data['traits'] as Record<string, unknown> | undefined) ?? {})
  const packs = (data['packs'] as readonly { gtin: string; type: string }[] | undefined) ?? []
  const fields = itemFields(t).filter(({ name }) => name !== 'name' && data[name] !== undefined)
  if (fields.length + traits.length + packs.length === 0) return null
  return (
    <Panel title={t('facts')}>
      <Facts>
        {fields.map(({ name, label, as, choices }) => {
          const value = String(data[name])
          const shown = choices?.find((one) => one.value === value)?.label ?? value
          return (
            <Fact key={name} name={label}>
              {as === 'party' ? <PartyLink party={value} /> : <bdi>{shown}</bdi>}
            </Fact>
          )
        })}
        {traits.map(([name, value]) => (
          <Fact key={`trait ${name}`} name={name}>
            <bdi>{String(value)}</bdi>
          </Fact>
        ))}
        {packs.map(({ gtin, type }) => (
          <Fact key={gtin} name={type}>
            {gtin}
          </Fact>
        ))}
      </Facts>
    </Panel>
  )
}

function PartyLink({ party }: { party: string }) {
  const company = useCompany()
  return (
    <Link to="/c/$company/parties/$party" params={{ company, party }}>
      {party}
    </Link>
  )
}
