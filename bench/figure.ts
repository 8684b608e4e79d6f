/** One measured thing beside its baseline, both taken in the same run. */
export interface Figure {
  readonly name: string
  readonly engine: 'sqlite' | 'postgres' | 'none'
  /** What the numbers count, such as `units/s` or `ms`. */
  readonly unit: string
  readonly measured: number
  /** The same work done bare; absent where there is nothing to compare with. */
  readonly bare?: number
  /** Cost as a multiple of the bare cost; below 1 is cheaper than bare. */
  readonly ratio?: number
  readonly goal?: string
  readonly note?: string
}

/** A figure of a rate: more is better, so the ratio of costs is bare over measured. */
export const rate = (
  figure: Omit<Figure, 'ratio' | 'measured'> & { measured: number; bare: number },
): Figure => ({
  ...figure,
  measured: rounded(figure.measured),
  bare: rounded(figure.bare),
  ratio: rounded(figure.bare / figure.measured),
})

/** A figure of a time: less is better, so the ratio is measured over bare. */
export const time = (
  figure: Omit<Figure, 'ratio' | 'measured'> & { measured: number; bare?: number },
): Figure => ({
  ...figure,
  measured: rounded(figure.measured),
  ...(figure.bare !== undefined && {
    bare: rounded(figure.bare),
    ratio: rounded(figure.measured / figure.bare),
  }),
})

/** Three significant digits: the machine is not quieter than that. */
export const rounded = (value: number): number => Number(value.toPrecision(3))

/** The value at a share of the sorted values: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

/** How long `work` takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
