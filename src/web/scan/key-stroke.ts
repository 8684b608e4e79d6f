/** One press of a key, as the browser tells it: `key` by the layout, `code` by the place. */
export interface KeyStroke {
  readonly key: string
  readonly code: string
  readonly shift: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  /** Milliseconds, of whatever clock runs evenly. */
  readonly time: number
}

/** Keys that only change what other keys do; Alt counts, because it begins a character by number. */
const silent = new Set(['Shift', 'Control', 'Meta', 'CapsLock', 'AltGraph', 'NumLock', 'Fn'])

export const isSilent = ({ key }: KeyStroke): boolean => silent.has(key)
