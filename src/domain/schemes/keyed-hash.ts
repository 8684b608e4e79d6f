/**
 * HChaCha20 (draft-irtf-cfrg-xchacha, section 2.2): 16 bytes, mixed under a key of 32 bytes into
 * 32 bytes that look random to whoever does not have the key. Here as words of 32 bits, so that it
 * runs anywhere without the big integers or the asynchronous calls that other hashes need.
 */
export function hchacha20(key: Uint32Array, input: ArrayLike<number>): Uint32Array {
  const state = new Uint32Array(16)
  state.set([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574])
  state.set(key, 4)
  state.set(input, 12)
  for (let doubleRound = 0; doubleRound < 10; doubleRound++) {
    quarterRound(state, 0, 4, 8, 12)
    quarterRound(state, 1, 5, 9, 13)
    quarterRound(state, 2, 6, 10, 14)
    quarterRound(state, 3, 7, 11, 15)
    quarterRound(state, 0, 5, 10, 15)
    quarterRound(state, 1, 6, 11, 12)
    quarterRound(state, 2, 7, 8, 13)
    quarterRound(state, 3, 4, 9, 14)
  }
  const output = new Uint32Array(8)
  output.set(state.subarray(0, 4))
  output.set(state.subarray(12), 4)
  return output
}

function quarterRound(state: Uint32Array, a: number, b: number, c: number, d: number): void {
  let wordA = state[a]!
  let wordB = state[b]!
  let wordC = state[c]!
  let wordD = state[d]!
  wordA = (wordA + wordB) | 0
  wordD = turnLeft(wordD ^ wordA, 16)
  wordC = (wordC + wordD) | 0
  wordB = turnLeft(wordB ^ wordC, 12)
  wordA = (wordA + wordB) | 0
  wordD = turnLeft(wordD ^ wordA, 8)
  wordC = (wordC + wordD) | 0
  wordB = turnLeft(wordB ^ wordC, 7)
  state[a] = wordA
  state[b] = wordB
  state[c] = wordC
  state[d] = wordD
}

const turnLeft = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits))

/** The words of a key, least significant byte first. */
export function keyWords(key: Uint8Array): Uint32Array {
  const view = new DataView(key.buffer, key.byteOffset, key.byteLength)
  return Uint32Array.from({ length: 8 }, (_, word) => view.getUint32(word * 4, true))
}

/** A key of its own for every text, made from one key. */
export function deriveKey(key: Uint32Array, text: string): Uint32Array {
  const bytes = new TextEncoder().encode(text)
  const words = new Uint32Array(Math.ceil(bytes.length / 16) * 4)
  bytes.forEach((byte, index) => (words[index >> 2]! |= byte << ((index & 3) * 8)))
  // The length goes first: no text's blocks can then begin another's.
  let derived = hchacha20(key, [bytes.length, 0, 0, 0])
  for (let word = 0; word < words.length; word += 4) {
    derived = hchacha20(derived, words.subarray(word, word + 4))
  }
  return derived
}
