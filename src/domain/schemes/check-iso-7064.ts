/** Pure system of ISO/IEC 7064 with one check character: MOD 37-2 has modulus 37, radix 2. */
export function pureSystem(values: readonly number[], modulus: number, radix: number): number {
  const sum = values.reduce((product, value) => ((product + value) * radix) % modulus, 0)
  return (modulus + 1 - sum) % modulus
}

/** Hybrid system of ISO/IEC 7064: MOD 37,36 has modulus 36. */
export function hybridSystem(values: readonly number[], modulus: number): number {
  let product = modulus
  for (const value of values) {
    const sum = (product + value) % modulus || modulus
    product = (sum * 2) % (modulus + 1)
  }
  return (modulus + 1 - product) % modulus
}

/** MOD 97-10 of ISO/IEC 7064 as IBAN and LEI use it: a value above 9 counts as two digits. */
export function mod97(values: readonly number[]): number {
  const append = (sum: number, value: number) => (sum * (value > 9 ? 100 : 10) + value) % 97
  return 98 - ((values.reduce(append, 0) * 100) % 97)
}
