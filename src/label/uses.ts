/**
 * What labels are for: uses with their own table of sizes in the GS1 General Specifications; see
 * `gs1-sizes.ts`.
 */
export const uses = [
  'own',
  'retail',
  'distribution',
  'trade_item',
  'logistic',
  'healthcare',
  'marking',
  'asset',
] as const
export type Use = (typeof uses)[number]
