/** The query language for people: text to plain data and back. Its guide is `docs/search.md`. */
export { completions } from './completions.ts'
export type { Completion, SearchVocabulary } from './completions.ts'
export { describeGroup, describeQuery, sayQuery } from './describe-query.ts'
export type { FieldDefinition, ValueType } from './field-definition.ts'
export { formatFieldName, knownTrait, searchDirectives, searchFields } from './fields.ts'
export type {
  DirectiveDefinition,
  DirectiveName,
  FieldName,
  FieldReference,
  TraitDefinition,
} from './fields.ts'
export { formatExpression, formatQuery } from './format-query.ts'
export type { FormatOptions } from './format-query.ts'
export { convertUnit } from './numbers.ts'
export { parseQuery } from './parse-query.ts'
export type { ParseResult } from './parse-query.ts'
export type { ParseOptions } from './parse-term.ts'
export { savedViewLimits, validateSavedView } from './saved-view.ts'
export type { SavedView, SavedViewError, SavedViewResult } from './saved-view.ts'
export { meaningOf } from './say.ts'
export { mended, searchErrors } from './search-error.ts'
export { searchHints } from './search-hints.ts'
export type { SearchError, SearchErrorCode } from './search-error.ts'
export { hasSegments } from './segments.ts'
export { periods, searchLimits } from './search-query.ts'
export type * from './search-query.ts'
