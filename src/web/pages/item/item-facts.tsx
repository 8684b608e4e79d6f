import { Link } from '@tanstack/react-router'
import type { Subject } from '../../../client/web-client.ts'
import { useCompany } from '../../data/session.ts'
import { itemFields } from '../../subjects/fields.ts'
import { textOf, type SubjectField } from '../../subjects/subject-field.ts'
import { useText } from '../../texts/texts.ts'
import { SubjectLink } from '../../ui/links.tsx'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'

/** What is said of an item: the fields that have a value, its traits and its packs. */
export function ItemFacts({ subject: { code, data } }: { subject: Subject }) {
  const t = useText('things')
  const company = useCompany()
  const traits = Object.entries((data['traits'] as Record<string, unknown> | undefined) ?? {})
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
      <Link to="/c/$company/settings/schemes" params={{ company }} search={{ item: code }}>
        {t('schemeOpen')}
      </Link>
    </Panel>
  )
}

function FactValue({ field, value }: { field: SubjectField; value: unknown }) {
  const text = textOf(field, value)
  const { as, choices } = field
  if (as === 'party') return <SubjectLink kind="party" code={text} />
  if (as === 'codes') return <ItemLinks items={value as readonly string[]} />
  if (as === 'lines') return <Components lines={value as readonly Line[]} />
  const nameOf = (code: string) => choices?.find((one) => one.value === code)?.label ?? code
  if (as === 'several') return <>{(value as readonly string[]).map(nameOf).join(', ')}</>
  return <bdi>{nameOf(text)}</bdi>
}

const ItemLinks = ({ items }: { items: readonly string[] }) =>
  items.map((code) => (
    <div key={code}>
      <SubjectLink kind="item" code={code} />
    </div>
  ))

interface Line {
  readonly item: string
  readonly quantity: number
}

const Components = ({ lines }: { lines: readonly Line[] }) =>
  lines.map(({ item, quantity }) => (
    <div key={item}>
      {quantity} × <SubjectLink kind="item" code={item} />
    </div>
  ))
