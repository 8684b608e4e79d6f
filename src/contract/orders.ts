import { z } from 'zod'
import { operation, plainText } from './operation.ts'
import { reference } from './views.ts'

/** A line of an order with what has come of it. Amounts are integers in the smallest measure. */
const orderLine = z
  .object({
    item: reference,
    measure: z
      .string()
      .nullable()
      .describe('The unit of measure of what is weighed or measured; null for what is counted.'),
    decimals: z.int().describe('Digits of the amounts that stand after the point.'),
    ordered: z
      .int()
      .nullable()
      .describe('What was asked for; null where units belong to the order that no line asked for.'),
    done: z.int().describe('What has arrived, was made, has left …, by what the order is for.'),
    open: z
      .int()
      .describe('What belongs to the order and is not done: still expected, reserved, packed …'),
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
