import type { LucideIcon } from 'lucide-react'
import type { Unit } from '../../client/web-client.ts'

/** An entry under the box: it does something, or it completes the text. */
export interface Suggestion {
  readonly key: string
  readonly title: string
  readonly detail?: string
  readonly picture?: LucideIcon
  readonly unit?: Unit
  readonly run?: () => void
  /** What stands in the box once it is taken. */
  readonly text?: string
}
