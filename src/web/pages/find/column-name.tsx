import { useText } from '../../texts/texts.ts'
import { isOwnColumn } from './columns.tsx'

/** The name of a column in the reader's language; a trait has the name that people gave it. */
export function ColumnName({ name }: { name: string }) {
  const t = useText('find')
  return isOwnColumn(name) ? t(`column.${name}`) : <bdi>{name.replace(/^trait\./, '')}</bdi>
}
