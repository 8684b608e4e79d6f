/**
 * Sets of units. The units of a company are cut by their ids into chunks of equal size; a set of
 * units of one chunk is one bit for each.
 */
export type Bits = Uint32Array<ArrayBuffer>

/** Units of one chunk: ids `chunk * chunkSize` up to, not including, the next chunk's first. */
export const chunkSize = 4096
const wordCount = chunkSize / 32

export const chunkOf = (unit: number): number => Math.floor(unit / chunkSize)
export const slotOf = (unit: number): number => unit % chunkSize

export const noBits = (): Bits => new Uint32Array(wordCount)
export const allBits = (): Bits => new Uint32Array(wordCount).fill(0xffffffff)

export const setBit = (bits: Bits, slot: number): void => {
  bits[slot >>> 5]! |= 1 << (slot & 31)
}

export const hasBit = (bits: Bits, slot: number): boolean =>
  (bits[slot >>> 5]! & (1 << (slot & 31))) !== 0

export function and(one: Bits, other: Bits): Bits {
  const both = noBits()
  for (let word = 0; word < wordCount; word += 1) both[word] = one[word]! & other[word]!
  return both
}

/** The bits of the first set that are not in the second. */
export function without(bits: Bits, others: Bits): Bits {
  const rest = noBits()
  for (let word = 0; word < wordCount; word += 1) rest[word] = bits[word]! & ~others[word]!
  return rest
}

export function or(one: Bits, other: Bits): Bits {
  const either = noBits()
  for (let word = 0; word < wordCount; word += 1) either[word] = one[word]! | other[word]!
  return either
}

export function not(bits: Bits): Bits {
  const rest = noBits()
  for (let word = 0; word < wordCount; word += 1) rest[word] = ~bits[word]!
  return rest
}

export const isEmpty = (bits: Bits): boolean => bits.every((word) => word === 0)

/** How many bits are set. */
export function countBits(bits: Bits): number {
  let count = 0
  for (const word of bits) {
    let v = word - ((word >>> 1) & 0x55555555)
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
    count += (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return count
}

/** The slots whose bits are set, highest first: the newest units of the chunk. */
export function slotsFalling(bits: Bits): number[] {
  const slots: number[] = []
  for (let word = wordCount - 1; word >= 0; word -= 1) {
    for (let rest = bits[word]!; rest !== 0;) {
      const high = 31 - Math.clz32(rest)
      slots.push(word * 32 + high)
      rest &= ~(1 << high)
    }
  }
  return slots
}

/** Sets the bits from `first` up to and including `last`. */
export function setRange(bits: Bits, first: number, last: number): void {
  for (let slot = first; slot <= last; slot += 1) {
    if ((slot & 31) === 0 && slot + 31 <= last) {
      bits[slot >>> 5] = 0xffffffff
      slot += 31
    } else setBit(bits, slot)
  }
}
