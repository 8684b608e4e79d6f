import type { Unit } from '../../client/web-client.ts'

/** What a portion holds, such as `3.500 kg`; things that are counted hold nothing. */
export const quantityText = ({ quantity }: Pick<Unit, 'quantity'>): string =>
  quantity ? `${quantity.amount} ${quantity.measure}`.trim() : ''
