import { z } from 'zod'
import { operation, plainText } from './operation.ts'
import { reference } from './views.ts'

/** A line of an order with what has come of it. Amounts are integers in the smallest measure. */
const orderLine = z
  .object({
    item: reference,
    /** The unit of measure of what is weighed or measured; null for what is counted. */
    measure: z.string().nullable(),
    /** Digits of the amounts that stand after the point. */
    decimals: z.int(),
    /** What was asked for; null where units belong to the order that no line asked for. */
    ordered: z.int().nullable(),
    /** What has arrived, was made, has left …, by what the order is for. */
    done: z.int(),
    /** What belongs to the order and is not done: still expected, reserved, packed … */
    open: z.int(),
  })
  .meta({ id: 'OrderLine' })

export const showOrderProgress = operation({
  name: 'showOrderProgress',
  method: 'GET',
  path: '/orders/{order}/progress',
  summary: 'Say of each line of an order how much of it is done',
  needs: 'read',
  input: z.object({ order: plainText(100) }),
  output: z.object({ lines: z.array(orderLine) }),
})
