/**
 * What the values of a field are, and so how they are read:
 * - `code`: one of a closed list;
 * - `text`: compared whole without minding letter case, and has an order;
 * - `reference`: the code or name of a noun, compared whole, without an order;
 * - `words`: found by the words in it;
 * - `moment`: a time; `day`: a calendar day;
 * - `number`: an exact amount; `flag`: yes or no;
 * - `unknown`: a trait that nobody described, read in every way that fits.
 */
export type ValueType =
  | 'code'
  | 'text'
  | 'reference'
  | 'words'
  | 'moment'
  | 'day'
  | 'number'
  | 'flag'
  | 'unknown'

/**
 * One row of the table of fields: all that is known about a field stands here, but its words, which
 * stand in src/i18n/en/search.json.
 */
export interface FieldDefinition {
  readonly type: ValueType
  /** Further names that people write; never the name of another field. */
  readonly aliases: readonly string[]
  readonly examples: readonly string[]
  readonly codes?: readonly string[]
  /** What is suggested to those who write another word for a code, or for several. */
  readonly insteadOf?: Readonly<Record<string, string>>
  /** A type of identifier by this name, not a field of the unit itself. */
  readonly identifier?: true
  /** Units cannot be listed in its order, or counted by it. */
  readonly sortable?: false
  readonly groupable?: false
  /** The form in which values are kept, where people write several. */
  readonly normalise?: (text: string) => string
}
