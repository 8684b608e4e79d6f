import { chunkSize, noBits, type Bits } from './bits.ts'

/**
 * One property of the units of a chunk: its distinct values in rising order, and for each unit the
 * place of its value among them, from 1; 0 where the unit has none.
 */
export interface Column {
  readonly values: Float64Array<ArrayBuffer>
  readonly slots: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>
}

export const emptyColumn: Column = {
  values: new Float64Array(0),
  slots: new Uint8Array(chunkSize),
}

/** Value of a unit; undefined where it has none. */
export const valueOf = ({ values, slots }: Column, slot: number): number | undefined =>
  slots[slot] === 0 ? undefined : values[slots[slot]! - 1]

/** Other values for some slots of a column; undefined takes a value away. */
export interface SlotChanges {
  readonly slots: readonly number[]
  readonly values: readonly (number | undefined)[]
}

/** The column with the changes. */
export function withValues(column: Column, { slots, values }: SlotChanges): Column {
  const cells = Array.from({ length: chunkSize }, (_, slot) => valueOf(column, slot))
  for (let index = 0; index < slots.length; index += 1) cells[slots[index]!] = values[index]
  return columnOf(cells)
}

/** Whether some slot has another value than it would get. */
export const isChanged = (column: Column, { slots, values }: SlotChanges): boolean =>
  slots.some((slot, index) => valueOf(column, slot) !== values[index])

function columnOf(cells: readonly (number | undefined)[]): Column {
  const places = new Map<number, number>()
  for (const value of cells) if (value !== undefined) places.set(value, 0)
  const values = Float64Array.from(places.keys()).sort()
  values.forEach((value, index) => places.set(value, index + 1))
  const slots = values.length < 256 ? new Uint8Array(chunkSize) : new Uint16Array(chunkSize)
  for (let slot = 0; slot < chunkSize; slot += 1) {
    const value = cells[slot]
    if (value !== undefined) slots[slot] = places.get(value)!
  }
  return { values, slots }
}

/** The units whose value passes the test. */
export function select({ values, slots }: Column, test: (value: number) => boolean): Bits {
  const bits = noBits()
  const passes = new Uint8Array(values.length + 1)
  let passing = 0
  for (let index = 0; index < values.length; index += 1) {
    if (test(values[index]!)) passing += passes[index + 1] = 1
  }
  if (passing === 0) return bits
  for (let word = 0; word < bits.length; word += 1) {
    let mask = 0
    const first = word * 32
    for (let bit = 0; bit < 32; bit += 1) mask |= passes[slots[first + bit]!]! << bit
    bits[word] = mask
  }
  return bits
}

const headerBytes = 8

/**
 * A column as it is kept: how many values there are, how many bytes a slot takes (none where every
 * unit has the one value), the values, the slots. Numbers have their low bytes first.
 */
export function encodeColumn({ values, slots }: Column): Buffer {
  const isConstant = values.length === 1 && slots.every((place) => place === 1)
  const slotBytes = isConstant ? 0 : slots.BYTES_PER_ELEMENT
  const bytes = new Uint8Array(headerBytes + values.byteLength + slotBytes * chunkSize)
  const header = new Uint32Array(bytes.buffer, 0, 2)
  header[0] = values.length
  header[1] = slotBytes
  new Float64Array(bytes.buffer, headerBytes, values.length).set(values)
  if (slotBytes > 0) {
    bytes.set(new Uint8Array(slots.buffer), headerBytes + values.byteLength)
  }
  return Buffer.from(bytes.buffer)
}

/** The inverse of {@link encodeColumn}; throws on bytes that it cannot have written. */
export function decodeColumn(data: Uint8Array): Column {
  const { buffer } = new Uint8Array(data)
  const [count = 0, slotBytes = 0] = new Uint32Array(buffer, 0, 2)
  const slotsAt = headerBytes + count * 8
  if (slotBytes > 2 || buffer.byteLength !== slotsAt + slotBytes * chunkSize) {
    throw new DamagedIndexError()
  }
  const values = new Float64Array(buffer, headerBytes, count)
  if (slotBytes === 0) return { values, slots: new Uint8Array(chunkSize).fill(1) }
  const slots =
    slotBytes === 1
      ? new Uint8Array(buffer, slotsAt, chunkSize)
      : new Uint16Array(buffer, slotsAt, chunkSize)
  return { values, slots }
}

/** The search index holds what was never written to it. */
export class DamagedIndexError extends Error {}
