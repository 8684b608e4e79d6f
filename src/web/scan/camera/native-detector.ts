import { validateCheckDigit } from '../../../gs1/index.ts'

/** The browser's own detector, where there is one: as fast as the device can. */
interface NativeDetector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string; format: string }[]>
}

interface NativeDetectorType {
  new (options: { formats: string[] }): NativeDetector
  getSupportedFormats(): Promise<string[]>
}

/**
 * What it is asked for, with the AIM identifier. It does not say whether a Data Matrix or a Code
 * 128 holds GS1 data, so those are left to our own decoder.
 */
const identifiers: Readonly<Record<string, string>> = {
  qr_code: ']Q1',
  ean_13: ']E0',
  upc_a: ']E0',
  ean_8: ']E4',
}

/** A quick look at a picture, which may miss what is there; `undefined` where there is no detector. */
export async function openNativeDetector(): Promise<
  ((source: CanvasImageSource) => Promise<string | undefined>) | undefined
> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: NativeDetectorType }
  if (BarcodeDetector === undefined) return undefined
  const supported = await BarcodeDetector.getSupportedFormats().catch(() => [])
  const formats = supported.filter((format) => format in identifiers)
  if (formats.length === 0) return undefined
  const detector = new BarcodeDetector({ formats })
  return async (source) => {
    const found = await detector.detect(source).catch(() => [])
    return found.map(scanOf).find((scan) => scan !== undefined)
  }
}

function scanOf({ rawValue, format }: { rawValue: string; format: string }): string | undefined {
  const identifier = identifiers[format]!
  if (identifier === ']Q1') return rawValue === '' ? undefined : identifier + rawValue
  const digits = format === 'upc_a' ? rawValue.padStart(13, '0') : rawValue
  return validateCheckDigit(digits).ok ? identifier + digits : undefined
}
