/** What the tables of the search index are called in each engine's SQL. */
export interface IndexDialect {
  readonly integer: string
  readonly real: string
  readonly text: string
  readonly bytes: string
  /** Key of a table whose rows come in rising ids. */
  readonly risingKey: string
}

/** Files and schemas of another version are built anew. */
export const indexVersion = 1

/**
 * The tables of the search index. All of it can be made anew from the company's own tables.
 *
 * Units are cut into chunks by their ids. A column holds one property of the units of a chunk; a
 * gram the units of a segment of chunks that have the three characters in one of their numbers;
 * texts stand for numbers by their place among the terms.
 */
export const indexTables = ({ integer, real, text, bytes, risingKey }: IndexDialect) => [
  `create table search_state (
     one ${integer} primary key check (one = 1), company ${text} not null,
     epoch ${text} not null, cursor ${integer} not null, command ${text},
     floor ${integer} not null, revision ${integer} not null
   )`,
  `create table search_fields (
     id ${risingKey}, name ${text} not null, type ${text} not null, unique (name, type)
   )`,
  `create table search_terms (
     id ${risingKey}, field ${integer} not null, folded ${text} not null, value ${text} not null,
     unique (field, value)
   )`,
  `create index search_terms_by_folded on search_terms (field, folded)`,
  `create table search_columns (
     field ${integer} not null, chunk ${integer} not null, low ${real} not null,
     high ${real} not null, revision ${integer} not null, data ${bytes} not null,
     primary key (field, chunk)
   )`,
  // A chunk that holds no value in question is passed over without touching what it holds.
  `create index search_column_heads on search_columns (field, chunk, low, high, revision)`,
  `create table search_grams (
     segment ${integer} not null, gram ${text} not null, units ${bytes} not null,
     primary key (segment, gram)
   )`,
]

/** Type of the values of a column: numbers, texts (by their terms), or yes and no (1 and 0). */
export const valueTypes = { number: 'n', string: 't', boolean: 'f' } as const
export type ValueType = (typeof valueTypes)[keyof typeof valueTypes]

/** The tables of the search index as both engines have them. */
export interface IndexTables {
  search_state: {
    one: number
    /** Key of the company that the index was made of. */
    company: string
    /** Another one whenever the index was made anew. */
    epoch: string
    /** The last event that the index knows. */
    cursor: number
    /** Id of that event's command: another company's events, or a restored one's, have others. */
    command: string | null
    /** The lowest chunk that is indexed: those below are still to be. */
    floor: number
    /** How many steps the feeding has taken. */
    revision: number
  }
  search_fields: { id: number; name: string; type: ValueType }
  search_terms: { id: number; field: number; folded: string; value: string }
  search_columns: {
    field: number
    chunk: number
    low: number
    high: number
    /** The step of the feeding that wrote it. */
    revision: number
    data: Uint8Array
  }
  search_grams: { segment: number; gram: string; units: Uint8Array }
}
