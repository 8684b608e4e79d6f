/** How the scanner of a station behaves, as one calibration symbol showed. */
export interface ScannerProfile {
  /** Which reading of its key presses is right; undefined as long as nobody knows. */
  readonly reading: 'place' | 'layout' | undefined
  /** What it sends before and after each code, besides the key that ends it. */
  readonly prefix: string
  readonly suffix: string
  /** The key that ends a code, such as Enter; undefined when silence does. */
  readonly endKey: string | undefined
  /** Longest time between two of its key presses, in milliseconds. */
  readonly gapMsMax: number
}

/** What holds for most scanners as they leave the factory. */
export const usualScanner: ScannerProfile = {
  reading: undefined,
  prefix: '',
  suffix: '',
  endKey: undefined,
  gapMsMax: 50,
}

const storageKey = 'seriatim.scanner'

/** What was learnt on this device, or what is usual. */
export function loadScannerProfile(): ScannerProfile {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<ScannerProfile>
    return { ...usualScanner, ...kept }
  } catch {
    return usualScanner
  }
}

/** Takes over what the server keeps of a station whose browser has forgotten it. */
export function restoreScannerProfile(calibration: unknown): void {
  if (localStorage.getItem(storageKey) !== null || !isProfile(calibration)) return
  saveScannerProfile(calibration)
}

function isProfile(value: unknown): value is ScannerProfile {
  if (typeof value !== 'object' || value === null) return false
  const { prefix, suffix, gapMsMax } = value as Partial<ScannerProfile>
  return typeof prefix === 'string' && typeof suffix === 'string' && typeof gapMsMax === 'number'
}

export function saveScannerProfile(profile: ScannerProfile | undefined): void {
  if (profile === undefined) localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, JSON.stringify(profile))
}
