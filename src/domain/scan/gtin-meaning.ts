/** What the first digits of a GTIN say (GS1 General Specifications, section 1.4). */
interface PrefixMeaning {
  readonly title: string
  readonly why: string
  /** Whether the number means the same everywhere. */
  readonly isGlobal: boolean
}

const own = (why: string): PrefixMeaning => ({
  title: 'A number of restricted circulation',
  why,
  isGlobal: false,
})

const ranges: readonly (readonly [first: number, last: number, meaning: PrefixMeaning])[] = [
  [
    20,
    29,
    own(
      'It begins with 02 or 2: the number means something only in the shop or region that gave it, often with a price or weight inside.',
    ),
  ],
  [40, 49, own('It begins with 04: the number means something only inside one company.')],
  [
    50,
    59,
    {
      title: 'A coupon',
      why: 'It begins with 05, as coupons of North America do.',
      isGlobal: false,
    },
  ],
  [
    200,
    299,
    own(
      'It begins with 2: the number means something only in the shop or region that gave it, often with a price or weight inside.',
    ),
  ],
  [977, 977, { title: 'A periodical (ISSN)', why: 'It begins with 977.', isGlobal: true }],
  [978, 979, { title: 'A book (ISBN)', why: 'It begins with 978 or 979.', isGlobal: true }],
  [980, 980, { title: 'A refund receipt', why: 'It begins with 980.', isGlobal: false }],
  [981, 984, { title: 'A coupon', why: 'It begins with 981 to 984.', isGlobal: false }],
  [990, 999, { title: 'A coupon', why: 'It begins with 99.', isGlobal: false }],
]

/** What the prefix of a GTIN of 14 digits says of it; `null` for an ordinary one. */
export function prefixMeaning(gtin14: string): PrefixMeaning | null {
  if (gtin14.startsWith('000000')) {
    return /^000000[02]/.test(gtin14)
      ? own('A GTIN-8 that begins with 0 or 2 means something only inside one company.')
      : null
  }
  const prefix = Number(gtin14.slice(1, 4))
  return ranges.find(([first, last]) => prefix >= first && prefix <= last)?.[2] ?? null
}

/** The spellings under which a GTIN of 14 digits stands in lists. */
export function gtinSpellings(gtin14: string): string[] {
  const short = gtin14.replace(/^0+/, '')
  const lengths = [14, 13, 12, 8].filter((length) => length >= short.length)
  return lengths.map((length) => gtin14.slice(14 - length))
}
