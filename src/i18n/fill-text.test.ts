import { expect, it } from 'vitest'
import { fillEnglish } from './english.ts'
import { fillText } from './fill-text.ts'

it('fills each place with its value, and leaves empty what is not known', () => {
  const values = { a: 'x{{b}}', b: 0, c: null, d: true }
  expect(fillText('{{a}} {{b}} [{{c}}{{gone}}] {{d}}', values, () => undefined)).toBe(
    'x{{b}} 0 [] true',
  )
})

it.each([
  ['Got {{type, identifier, lower}}', { type: 'maker_serial' }, 'Got maker’s serial'],
  ['Got {{type, identifier, lower}}', { type: 'mac' }, 'Got MAC address'],
  ['Got {{type, identifier, lower}}', { type: 'Frame_No' }, 'Got Frame_No'],
  ['{{type, identifier}}', { type: 'asset_tag' }, 'Asset tag'],
  ['{{type, identifier}}', { type: 'constructor' }, 'constructor'],
  ['{{one, nowhere}}', { one: 'imei' }, 'imei'],
  ['{{all, status, lower}}', { all: 'in_stock, lost' }, 'in stock, lost'],
])('%s with %o says %s', (text, values, said) => {
  expect(fillEnglish(text, values)).toBe(said)
})
