import type { Clause } from '../../i18n/clause.ts'
import type { Containers } from './containers.ts'
import type { Directory } from './directory.ts'
import type { Reads } from './load-documents.ts'

/** What a search is made ready with. */
export interface Compiler {
  readonly reads: Reads
  readonly directory: Directory
  readonly containers: Containers
  /** The past moment that the search is about, in milliseconds UTC. */
  readonly before: number | null
  /** Notes that no index serves the term that is being made ready. */
  isUnserved(why: Clause): void
}
