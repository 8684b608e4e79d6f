import { useSyncExternalStore } from 'react'

/** What a person can choose about colours; `auto` follows the device. */
export interface Appearance {
  readonly scheme: 'auto' | 'light' | 'dark'
  readonly contrast: 'auto' | 'normal' | 'more'
}

const listeners = new Set<() => void>()
const dark = matchMedia('(prefers-color-scheme: dark)')
const more = matchMedia('(prefers-contrast: more)')

function read(): Appearance {
  const { scheme, contrast } = {
    scheme: localStorage.getItem('seriatim.scheme'),
    contrast: localStorage.getItem('seriatim.contrast'),
  }
  return {
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    contrast: contrast === 'normal' || contrast === 'more' ? contrast : 'auto',
  }
}

let current = read()

/** The choice as it shows: what `auto` means on this device now. */
const schemeOf = ({ scheme }: Appearance): 'light' | 'dark' =>
  scheme === 'auto' ? (dark.matches ? 'dark' : 'light') : scheme

function show(): void {
  const { contrast } = current
  const isMore = contrast === 'auto' ? more.matches : contrast === 'more'
  document.documentElement.dataset['contrast'] = isMore ? 'more' : 'normal'
  document.documentElement.dataset['mantineColorScheme'] = schemeOf(current)
  for (const listener of listeners) listener()
}

/** Changes the colours and keeps the choice on this device; public/appearance.js reads it first. */
export function chooseAppearance(choice: Partial<Appearance>): void {
  current = { ...current, ...choice }
  localStorage.setItem('seriatim.scheme', current.scheme)
  localStorage.setItem('seriatim.contrast', current.contrast)
  show()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current)

/** Light or dark, whatever it was chosen by. */
export const useScheme = (): 'light' | 'dark' =>
  useSyncExternalStore(subscribe, () => schemeOf(current))

for (const query of [dark, more]) query.addEventListener('change', show)
