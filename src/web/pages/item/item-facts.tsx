import { Link } from '@tanstack/react-router'
import type { Subject } from '../../../client/web-client.ts'
import { useCompany } from '../../data/session.ts'
import { FactValue } from '../../subjects/fact-value.tsx'
import { itemFields } from '../../subjects/fields.ts'
import { traitsOf } from '../../subjects/subject-field.ts'
import { useText } from '../../texts/texts.ts'
import { TraitFacts } from '../../traits/trait-facts.tsx'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'

/** What is said of an item: the fields that have a value, its traits and its packs. */
export function ItemFacts({ subject }: { subject: Subject }) {
  const t = useText('things')
  const company = useCompany()
  const { code, data } = subject
  const packs = (data['packs'] as readonly { gtin: string; type: string }[] | undefined) ?? []
  const fields = itemFields(t).filter(({ name }) => name !== 'name' && data[name] !== undefined)
  return (
    <Panel title={t('facts')}>
      <Facts>
        {fields.map((field) => (
          <Fact key={field.name} name={field.label}>
            <FactValue field={field} value={data[field.name]} />
          </Fact>
        ))}
        <TraitFacts traits={traitsOf(data)} />
        {packs.map(({ gtin, type }) => (
          <Fact key={gtin} name={type}>
            {gtin}
          </Fact>
        ))}
      </Facts>
      <Link to="/c/$company/settings/schemes" params={{ company }} search={{ item: code }}>
        {t('schemeOpen')}
      </Link>
    </Panel>
  )
}
