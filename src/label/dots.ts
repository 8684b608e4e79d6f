/** What a printer can do; lengths on it are whole dots. */
export interface Printer {
  /** Dots an inch, such as 203, 300 or 600. */
  readonly dpi: number
}

const millimetresPerInch = 25.4

/** Width of a dot in millimetres. */
export const dotSize = (dpi: number): number => millimetresPerInch / dpi

/** A length as the nearest whole number of dots. */
export const toDots = (millimetres: number, dpi: number): number =>
  Math.round((millimetres * dpi) / millimetresPerInch)

/** Resolutions of label printers that are usual. */
export const usualResolutions = [203, 300, 600] as const

/** A rectangle in dots. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const overlap = (a: Area, b: Area): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
