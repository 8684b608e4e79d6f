import { finding, say, type Finding } from './finding.ts'
import type { Template } from './template.ts'

/** Least symbol contrast of grade C (ISO/IEC 15415), of 1. */
const contrastMin = 0.4

/**
 * Whether readers can tell ink from stock. They shine red light (about 660 nm), so that red ink
 * looks white to them and blue stock looks black.
 */
export function contrastFinding({ ink, stock }: Template): Finding | null {
  const contrast = reflectance(stock) - reflectance(ink)
  if (contrast >= contrastMin) return null
  const share = Math.round(contrast * 100)
  return finding('error', 'contrast', null, say('contrast', { ink, stock, share }))
}

/** Share of red light that comes back from a colour of a screen (sRGB), about. */
function reflectance(colour: string): number {
  const red = Number.parseInt(colour.slice(1, 3), 16) / 255
  return red <= 0.040_45 ? red / 12.92 : ((red + 0.055) / 1.055) ** 2.4
}
