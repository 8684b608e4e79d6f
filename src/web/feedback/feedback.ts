import { useSyncExternalStore } from 'react'
import { playSound } from './sound.ts'
import type { Verdict } from './verdict.ts'

/** What a person is told about what was just done or scanned. */
export interface Message {
  readonly kind: Verdict
  readonly words: string
  /** The sentence under the words: why, or what to do about it. */
  readonly detail?: string
  /** A serial or code that it is about, set in the face of serials. */
  readonly code?: string
  /** "11 of 12", shown large; without `of` the count alone. */
  readonly count?: { readonly done: number; readonly of?: number }
  /** Takes it back. */
  readonly undo?: () => Promise<void>
  /** Does again what was taken back. */
  readonly redo?: () => Promise<void>
  /** What can be done next, such as for a code that nobody knows. */
  readonly offers?: readonly { readonly title: string; readonly run: () => void }[]
}

export interface ToldMessage extends Message {
  readonly id: number
}

/** How long a message stays that needs no answer, in milliseconds. */
export const messageMs = 8_000

let current: ToldMessage | undefined
let lastId = 0
const listeners = new Set<() => void>()

const show = (message: ToldMessage | undefined): void => {
  current = message
  for (const listener of listeners) listener()
}

/** Tells a person by sound, shape and words; the newest message takes the place of the one before. */
export function tell(message: Message): void {
  playSound(message.kind)
  if (message.kind === 'refused') navigator.vibrate?.([60, 40, 60])
  show({ ...message, id: ++lastId })
}

/** Says a message in other words, if it is still there, without a sound. */
export function reword(id: number, message: Message): void {
  if (current?.id === id) show({ ...message, id })
}

/** Takes a message away, if it is still there. */
export function dismiss(id: number): void {
  if (current?.id === id) show(undefined)
}

/** The message that stays until it has an answer, if one is on the screen. */
export const waitingMessage = (): number | undefined =>
  current?.kind === 'done' ? undefined : current?.id

/** Takes back what the message on the screen tells of, where that can be done. */
export const undoOfMessage = (): Message['undo'] => current?.undo

/** The message that stands on the screen. */
export const useMessage = (): ToldMessage | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
