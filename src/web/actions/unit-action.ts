import type { LucideIcon } from 'lucide-react'
import type { Unit } from '../../client/web-client.ts'
import type { TransitionName } from '../../domain/life-cycle.ts'
import type texts from '../../i18n/en/actions.json'

/** What a field of an action asks for. */
export interface ActionField {
  /** Its words are the text `actions:field.<name>`. */
  readonly name: keyof (typeof texts)['field']
  readonly kind:
    | 'text'
    | 'location'
    | 'party'
    | 'order'
    | 'unit'
    | 'amount'
    | 'choice'
    | 'trait'
    | 'value'
  readonly isOptional?: boolean
  /** Of a choice: values, and the table of `common` texts that has their words. */
  readonly choices?: readonly string[]
  readonly table?: 'identifier' | 'replacement'
}

export type Values = Readonly<Partial<Record<ActionField['name'], string>>>

/** Something that can be done to units, as a value: menus, dialogs and the bulk bar read the list. */
export interface UnitAction {
  /** Its words are the texts `actions:<name>.title`, `.button` and `.done`. */
  readonly name: Exclude<keyof typeof texts, 'field'>
  /** The command that it records. */
  readonly kind: TransitionName
  readonly picture: LucideIcon
  readonly fields: readonly ActionField[]
  /** Can be done to a selection. */
  readonly isForMany: boolean
  /** Offered as a button of its own, not only in the menu. */
  readonly isMain?: boolean
  /** Ends the life of the unit here, so it is set apart. */
  readonly isFinal?: boolean
  readonly suits?: (unit: Unit) => boolean
  /** Input of the command, but for the units of one that takes a list. */
  readonly input: (values: Values, unit: Unit | undefined) => Record<string, unknown>
}
