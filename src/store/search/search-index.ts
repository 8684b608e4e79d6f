import type { ColumnCache } from './column-cache.ts'
import type { DirectoryKeeper } from './directory.ts'
import type { Reads } from './load-documents.ts'

/**
 * The search index of a company. It stands beside the company's own tables, is fed from them after
 * each commit, off the path of the scans, and can be lost: it is made anew from them.
 */
export interface SearchIndex {
  /**
   * How searches read the company and its index: a first page with `quick`, counts and long lists
   * with `long`, which does not hold up scans.
   */
  reads(speed: 'quick' | 'long'): Promise<Reads>
  readonly directory: DirectoryKeeper
  readonly columns: ColumnCache
  /**
   * To be called when something was recorded, or when a search finds that much was.
   *
   * @param isMuch it makes searches slow as long as the index does not know it
   */
  wake(isMuch?: boolean): void
  /** Whether this process has begun to feed the index. */
  isFed(): boolean
  /** Resolves when the index knows everything that was recorded before. */
  caughtUp(): Promise<void>
  /**
   * To be awaited by a process that ends soon after it recorded or searched: much that is to be
   * fed is fed now, a little is left to the next process.
   */
  finish(): Promise<void>
  /** Throws away an index that cannot be read; it is made anew. */
  renew(): Promise<void>
  close(): Promise<void>
}

/** How long what is recorded is gathered before the index is fed with it, in milliseconds. */
export const gatherMs = 150

/** A process that has committed so often has recorded much. */
export const commitsOfMuch = 16
