import { expect, test } from 'vitest'
import { describeQuery, parseQuery } from './index.ts'

test.each([
  ['', 'All units.'],
  [
    'item:DRIVE-4TB status:in_stock loc:"Aisle 3" received>2013-06 failed:*',
    'Units of item DRIVE-4TB, with status in stock, in or below "Aisle 3", received after June 2013 and ever seen failed.',
  ],
  ['-hold:* -colour:* colour!=red', 'Units not on hold, without colour and not with colour red.'],
  ['a OR b c', 'Units either matching a or (matching b and matching c).'],
  ['-(a OR b)', 'Units not (either matching a or matching b).'],
  [
    'serial:A*,*B,*C* name:"big drill"',
    'Units with serial beginning with A, ending with B or containing C and with name containing "big drill".',
  ],
  ['received:2013-06-15,2013-W24', 'Units received on 15 June 2013 or in week 24 of 2013.'],
  ['received:7d expiry:+1mo', 'Units received in the last 7 days and expiring in the next month.'],
  ['received:2013-Q1..yesterday', 'Units received from quarter 1 of 2013 to yesterday.'],
  ['received<=2013-06-15T14:30Z', 'Units received up to 15 June 2013, 14:30 (UTC).'],
  ['quantity>=10kg speed<5', 'Units with quantity of at least 10kg and with speed below 5.'],
  [
    'at:2013-07-01 group:model,month(received) sort:-serial,lot',
    'All units, as of the end of 1 July 2013, counted by model and month of received, sorted by serial (falling) then lot.',
  ],
])('%s', (text, sentence) => {
  const result = parseQuery(text, { now: Date.UTC(2013, 5, 15) })
  expect(result.ok && describeQuery(result.query)).toBe(sentence)
})
