import { SubjectLink } from '../ui/links.tsx'
import { textOf, type SubjectField } from './subject-field.ts'

/** A property of a subject as it is read: names for words, links for codes. */
export function FactValue({ field, value }: { field: SubjectField; value: unknown }) {
  const text = textOf(field, value)
  const { as, choices } = field
  if (as === 'party') return <SubjectLink kind="party" code={text} />
  if (as === 'codes') return <ItemLinks items={value as readonly string[]} />
  if (as === 'lines') return <Components lines={value as readonly Line[]} />
  const nameOf = (code: string) => choices?.find((one) => one.value === code)?.label ?? code
  if (as === 'several' || as === 'texts') {
    return <>{(value as readonly string[]).map(nameOf).join(', ')}</>
  }
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
