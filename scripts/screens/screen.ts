import type { Page } from 'playwright-core'

/** A screen that a picture is taken of. */
export interface Screen {
  readonly name: string
  /** Path in the company. */
  readonly path: string
  /** Brings the page into the state that is shown. */
  readonly arrange?: (page: Page) => Promise<unknown>
}
