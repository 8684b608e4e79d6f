/** A picture in grey values from 0 to 255. */
export interface GreyImage {
  readonly width: number
  readonly height: number
  readonly grey: Float32Array
}

/** Spoils a picture as cameras, printers and time do. */
export interface Degradation {
  readonly name: string
  /** @param module width of a module in pixels; @param seed makes chance repeatable */
  readonly spoil: (image: GreyImage, module: number, seed: number) => GreyImage
}

/** What pictures are spoiled by, from nothing to much. */
export const degradations: readonly Degradation[] = [
  { name: 'clean', spoil: (image) => image },
  { name: 'blur σ = 0.5 module', spoil: (image, module) => blurred(image, module * 0.5) },
  { name: 'blur σ = 0.8 module', spoil: (image, module) => blurred(image, module * 0.8) },
  { name: 'noise σ = 20', spoil: (image, _, seed) => noisy(image, 20, seed) },
  { name: 'noise σ = 40', spoil: (image, _, seed) => noisy(image, 40, seed) },
  { name: 'turned by 7°', spoil: (image) => turned(image, 7) },
  { name: 'turned by 20°', spoil: (image) => turned(image, 20) },
  { name: 'contrast 25 %', spoil: (image) => flattened(image, 96, 160) },
  { name: 'contrast 10 %', spoil: (image) => flattened(image, 115, 140) },
  {
    name: 'photo: 5°, blur 0.3, contrast 60 %, noise 10',
    spoil: (image, module, seed) =>
      noisy(flattened(blurred(turned(image, 5), module * 0.3), 50, 203), 10, seed),
  },
]

const mapped = (image: GreyImage, change: (value: number, at: number) => number): GreyImage => ({
  ...image,
  grey: image.grey.map(change),
})

const flattened = (image: GreyImage, dark: number, light: number): GreyImage =>
  mapped(image, (value) => dark + (value / 255) * (light - dark))

function blurred(image: GreyImage, sigma: number): GreyImage {
  return blurredAlong(blurredAlong(image, sigma, 1, 0), sigma, 0, 1)
}

function blurredAlong({ width, height, grey }: GreyImage, sigma: number, dx: number, dy: number) {
  const reach = Math.ceil(sigma * 3)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-((index - reach) ** 2) / (2 * sigma * sigma)),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const blur = new Float32Array(grey.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      for (let step = -reach; step <= reach; step += 1) {
        const column = Math.min(width - 1, Math.max(0, x + step * dx))
        const row = Math.min(height - 1, Math.max(0, y + step * dy))
        sum += grey[row * width + column]! * weights[step + reach]!
      }
      blur[y * width + x] = sum / total
    }
  }
  return { width, height, grey: blur }
}

function noisy(image: GreyImage, sigma: number, seed: number): GreyImage {
  const next = chance(seed + 1)
  return mapped(image, (value) => {
    // Twelve even numbers add up to something like a normal one.
    let sum = -6
    for (let count = 0; count < 12; count += 1) sum += next()
    return Math.min(255, Math.max(0, value + sum * sigma))
  })
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed * 0x9e3779b1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A picture turned about its middle, on white, large enough to hold all of it. */
function turned({ width, height, grey }: GreyImage, degrees: number): GreyImage {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const wide = Math.ceil(width * cos + height * Math.abs(sin))
  const high = Math.ceil(height * cos + width * Math.abs(sin))
  const result = new Float32Array(wide * high).fill(255)
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const [u, v] = [x - wide / 2, y - high / 2]
      const column = u * cos + v * sin + width / 2
      const row = v * cos - u * sin + height / 2
      if (column < 0 || row < 0 || column >= width - 1 || row >= height - 1) continue
      const [left, top] = [Math.floor(column), Math.floor(row)]
      const [right, down] = [column - left, row - top]
      const at = top * width + left
      result[y * wide + x] =
        (grey[at]! * (1 - right) + grey[at + 1]! * right) * (1 - down) +
        (grey[at + width]! * (1 - right) + grey[at + width + 1]! * right) * down
    }
  }
  return { width: wide, height: high, grey: result }
}
