import { useText } from '../../texts/texts.ts'
import { useTraits } from '../../traits/use-traits.ts'
import { isOwnColumn, traitOfColumn, type OwnColumn } from './columns.tsx'

/** The name of a column in the reader's language; a trait has the name that people gave it. */
export function ColumnName({ name }: { name: string }) {
  return isOwnColumn(name) ? <OwnName name={name} /> : <TraitName trait={traitOfColumn(name)} />
}

function OwnName({ name }: { name: OwnColumn }) {
  return useText('find')(`column.${name}`)
}

const TraitName = ({ trait }: { trait: string }) => <bdi>{useTraits().labelOf(trait)}</bdi>
