/** A picture in shades of grey, a byte a pixel, row by row. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const white = 255

/** Shades of grey from red, green, blue and alpha, on white. */
export function greyOf(rgba: ArrayLike<number>, width: number, height: number): GreyPicture {
  const pixels = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < pixels.length; at += 1, from += 4) {
    const luma = (rgba[from]! * 77 + rgba[from + 1]! * 150 + rgba[from + 2]! * 29) >> 8
    const alpha = rgba[from + 3]!
    pixels[at] = alpha === white ? luma : white - ((white - luma) * alpha) / white
  }
  return { width, height, pixels }
}

/** Red, green, blue and alpha from shades of grey. */
export function rgbaOf({ pixels }: GreyPicture): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(pixels.length * 4)
  for (let at = 0, to = 0; at < pixels.length; at += 1, to += 4) {
    rgba[to] = rgba[to + 1] = rgba[to + 2] = pixels[at]!
    rgba[to + 3] = white
  }
  return rgba
}

/** The shade between four pixels; white outside of the picture. */
function shadeAt({ width, height, pixels }: GreyPicture, x: number, y: number): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return white
  const at = top * width + left
  const right = x - left
  const below = y - top
  const upper = pixels[at]! * (1 - right) + pixels[at + 1]! * right
  const lower = pixels[at + width]! * (1 - right) + pixels[at + width + 1]! * right
  return upper * (1 - below) + lower * below
}

/** Makes a picture of the shades that a function gives. */
function draw(width: number, height: number, shade: (x: number, y: number) => number): GreyPicture {
  const pixels = new Uint8Array(width * height)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) pixels[at] = shade(x, y)
  }
  return { width, height, pixels }
}

/** Turned about its middle, with room for all of it. */
export function rotated(picture: GreyPicture, degrees: number): GreyPicture {
  const angle = (degrees * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const { width, height } = picture
  const newWidth = Math.ceil(Math.abs(width * cos) + Math.abs(height * sin))
  const newHeight = Math.ceil(Math.abs(width * sin) + Math.abs(height * cos))
  return draw(newWidth, newHeight, (x, y) => {
    const right = x - newWidth / 2
    const down = y - newHeight / 2
    return shadeAt(
      picture,
      right * cos + down * sin + width / 2,
      down * cos - right * sin + height / 2,
    )
  })
}

/** Dark for light. */
export const inverted = ({ width, height, pixels }: GreyPicture): GreyPicture => ({
  width,
  height,
  pixels: pixels.map((shade) => white - shade),
})

/** Larger or smaller; smaller ones take the mean of what falls together. */
export function scaled(picture: GreyPicture, factor: number): GreyPicture {
  const width = Math.max(1, Math.round(picture.width * factor))
  const height = Math.max(1, Math.round(picture.height * factor))
  if (factor >= 1) {
    return draw(width, height, (x, y) =>
      shadeAt(picture, (x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5),
    )
  }
  const { pixels } = picture
  return draw(width, height, (x, y) => {
    const right = Math.min(picture.width, Math.ceil((x + 1) / factor))
    const bottom = Math.min(picture.height, Math.ceil((y + 1) / factor))
    let sum = 0
    let count = 0
    for (let row = Math.floor(y / factor); row < bottom; row += 1) {
      for (let column = Math.floor(x / factor); column < right; column += 1) {
        sum += pixels[row * picture.width + column]!
        count += 1
      }
    }
    return count === 0 ? white : sum / count
  })
}

/** A part of it, given as shares of width and height from 0 to 1. */
export function cropped(
  picture: GreyPicture,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
): GreyPicture {
  const startX = Math.floor(picture.width * left)
  const startY = Math.floor(picture.height * top)
  const newWidth = Math.max(1, Math.floor(picture.width * width))
  const newHeight = Math.max(1, Math.floor(picture.height * height))
  return draw(
    newWidth,
    newHeight,
    (x, y) => picture.pixels[(y + startY) * picture.width + x + startX] ?? white,
  )
}

/** The nine pixels around a place, row by row; those of the edge are repeated. */
function around({ width, height, pixels }: GreyPicture, x: number, y: number): number[] {
  const shades: number[] = []
  for (let row = y - 1; row <= y + 1; row += 1) {
    const line = Math.min(height - 1, Math.max(0, row)) * width
    for (let column = x - 1; column <= x + 1; column += 1) {
      shades.push(pixels[line + Math.min(width - 1, Math.max(0, column))]!)
    }
  }
  return shades
}

/** Without single pixels that differ from all around them: the median of nine. */
export const denoised = (picture: GreyPicture): GreyPicture =>
  draw(picture.width, picture.height, (x, y) => around(picture, x, y).toSorted((a, b) => a - b)[4]!)

/** What was blurred, sharper: each pixel moves away from the mean around it. */
export function sharpened(picture: GreyPicture, amount = 2): GreyPicture {
  const { width, height, pixels } = picture
  return draw(width, height, (x, y) => {
    const mean = around(picture, x, y).reduce((sum, shade) => sum + shade, 0) / 9
    const shade = pixels[y * width + x]!
    return Math.min(white, Math.max(0, shade + amount * (shade - mean)))
  })
}

/** Darkest to black and lightest to white, a hundredth of the pixels aside. */
export function stretched({ width, height, pixels }: GreyPicture): GreyPicture {
  const counts = new Uint32Array(white + 1)
  for (const shade of pixels) counts[shade]! += 1
  const aside = pixels.length / 100
  let dark = 0
  for (let sum = counts[0]!; sum < aside && dark < white; sum += counts[dark]!) dark += 1
  let light = white
  for (let sum = counts[white]!; sum < aside && light > 0; sum += counts[light]!) light -= 1
  if (light <= dark) return { width, height, pixels }
  const factor = white / (light - dark)
  return {
    width,
    height,
    pixels: pixels.map((shade) => Math.min(white, Math.max(0, (shade - dark) * factor))),
  }
}
