import { expect, test } from 'vitest'
import { decodeEpc, encodeEpc } from './index.ts'

/** The examples of the EPC Tag Data Standard, annex E. */
const published: readonly (readonly [tagUri: string, hex: string])[] = [
  ['urn:epc:tag:sgtin-96:3.0614141.812345.6789', '3074257BF7194E4000001A85'],
  [
    'urn:epc:tag:sgtin-198:3.0614141.712345.32a%2Fb',
    '3674257BF6B7A659B2C2BF1000000000000000000000000000',
  ],
  ['urn:epc:tag:sscc-96:3.0614141.1234567890', '3174257BF4499602D2000000'],
  ['urn:epc:tag:sgln-96:3.0614141.12345.5678', '3274257BF46072000000162E'],
  [
    'urn:epc:tag:sgln-195:3.0614141.12345.32a%2Fb',
    '3974257BF46072CD9615F8800000000000000000000000000',
  ],
  ['urn:epc:tag:grai-96:3.0614141.12345.5678', '3374257BF40C0E400000162E'],
  ['urn:epc:tag:grai-170:3.0614141.12345.32a%2Fb', '3774257BF40C0E59B2C2BF100000000000000000000'],
  ['urn:epc:tag:giai-96:3.0614141.5678', '3474257BF40000000000162E'],
  ['urn:epc:tag:giai-202:3.0614141.32a%2Fb', '3874257BF59B2C2BF1000000000000000000000000000000000'],
  ['urn:epc:tag:gsrn-96:3.0614141.1234567890', '2D74257BF4499602D2000000'],
  ['urn:epc:tag:gsrnp-96:3.0614141.1234567890', '2E74257BF4499602D2000000'],
  ['urn:epc:tag:gdti-96:3.0614141.12345.5678', '2C74257BF46072000000162E'],
  ['urn:epc:tag:cpi-96:3.0614141.98765.12345', '3C74257BF400C0E680003039'],
  ['urn:epc:tag:cpi-var:3.0614141.5PQ7%2FZ43.12345', '3D74257BF75411DEF6B4CC00000003039'],
  ['urn:epc:tag:sgcn-96:3.4012345.67890.04711', '3F74F4E4E612640000019907'],
  ['urn:epc:tag:itip-110:3.4012345.012345.01.02.981', '4074F4E4E40C0E40820000000F54'],
]

for (const [tagUri, hex] of published) {
  test(`${tagUri} as hexadecimal and back`, () => {
    expect(encodeEpc(tagUri)).toEqual({ ok: true, value: hex })
    const tag = decodeEpc(hex)
    expect(tag.ok && tag.value.tagUri).toBe(tagUri)
  })
}

test('the shortest scheme that holds the serial is taken', () => {
  const header = (serial: string): string => {
    const hex = encodeEpc(`urn:epc:id:sgtin:0614141.812345.${serial}`)
    return hex.ok ? hex.value.slice(0, 2) : hex.error.code
  }
  expect(header('274877906943')).toBe('30')
  expect(header('274877906944')).toBe('36')
  // A leading zero would not come back from a number.
  expect(header('0123')).toBe('36')
})

test('a serial that does not fit the wanted scheme is refused', () => {
  const hex = encodeEpc('urn:epc:id:sgtin:0614141.812345.A1', { scheme: 'sgtin-96' })
  expect(hex.ok ? '' : hex.error.code).toBe('EPC_VALUE_TOO_LARGE')
})

test('a tag that was read wrong is refused', () => {
  const code = (hex: string): string => {
    const tag = decodeEpc(hex)
    return tag.ok ? 'accepted' : tag.error.code
  }
  expect(code('3074257BF7194E4000001A850000')).toBe('accepted')
  expect(code('3074257BF7194E4000001A8')).toBe('EPC_HEX_TOO_SHORT')
  expect(code('3074257BF7194E4000001A8500FF')).toBe('EPC_HEX_BAD_PADDING')
  expect(code('307C257BF7194E4000001A85')).toBe('EPC_HEX_BAD_PARTITION')
  expect(code('E28011700000020F')).toBe('EPC_HEX_UNKNOWN_HEADER')
  expect(code('tag')).toBe('EPC_HEX_MALFORMED')
})
