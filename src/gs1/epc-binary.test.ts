import { expect, test } from 'vitest'
import { decodeEpc, encodeEpc, writeElementString } from './index.ts'

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
  // Zero is a serial on a tag, though AI (8011) does not have it.
  ['urn:epc:tag:cpi-96:1.0614141.123456.0', '3C34257BF400F12000000000'],
  ['urn:epc:tag:cpi-var:3.0614141.5PQ7%2FZ43.12345', '3D74257BF75411DEF6B4CC00000003039'],
  ['urn:epc:tag:sgcn-96:3.4012345.67890.04711', '3F74F4E4E612640000019907'],
  ['urn:epc:tag:itip-110:3.4012345.012345.01.02.981', '4074F4E4E40C0E40820000000F54'],
]

/** Schemes of other organisations, as other readers encode and decode them. */
const foreign: readonly (readonly [tagUri: string, hex: string])[] = [
  ['urn:epc:tag:gid-96:268435455.16777215.68719476735', '35FFFFFFFFFFFFFFFFFFFFFF'],
  ['urn:epc:tag:usdod-96:3.CAGEY.5678', '2F320434147455900000162E'],
  ['urn:epc:tag:usdod-96:15.2S194.68719476735', '2FF203253313934FFFFFFFFF'],
  ['urn:epc:tag:adi-var:3.35962.PQ7VZ4.M37GXB92', '3B0E0CF5E76C9047759AD00373DC7602E7200'],
  ['urn:epc:tag:adi-var:5.W81X9C.3KL984PX1.2WMA-52', '3B157E316390F32CCE78D106310325CD06DD7200'],
]

/** SGTIN+ and its like (Tag Data Standard 2.3, annex E.3): the elements are in the tag. */
const plus: readonly (readonly [elements: string, hex: string])[] = [
  ['(01)79521141123453(21)32a/b', 'F73795211411234538566CB0AFC4'],
  ['(01)79521141123453(21)32a/b(17)220630', 'FB342CDE795211411234538566CB0AFC4'],
  ['(00)095201234567891235', 'F90095201234567891235'],
  ['(414)9521141123454(254)32a/b', 'F2395211411234548566CB0AFC4'],
  ['(8003)0952114112345432a/b', 'F13095211411234548566CB0AFC4'],
  ['(8004)952114132a/b', 'FA3952114132E83C2BF10'],
  ['(8018)952114112345678906', 'F43952114112345678906'],
  ['(8017)952114112345678906', 'F53952114112345678906'],
  ['(253)95211411234545678', 'F6395211411234540458B8'],
  ['(8010)95211415PQ7/Z43(8011)12345', 'F0395211415E87A145BAFB4D19A8C0E4'],
  ['(255)952114167890904711', 'F839521141678909509338'],
  ['(8006)095211411234540102(21)rif981', 'F3309521141123454010266AE27FDF35'],
]

for (const [elements, hex] of plus) {
  test(`${hex} holds ${elements}`, () => {
    const tag = decodeEpc(hex)
    expect(tag.ok && writeElementString(tag.value.elements)).toBe(elements)
    expect(decodeEpc(hex.slice(0, -2)).ok).toBe(false)
    expect(decodeEpc(`${hex}01`).ok).toBe(false)
  })
}

/** The same with a domain (release 2.3, annex E.3; headers as in table 14-1). */
const plusDomain: readonly (readonly [scheme: string, elements: string, hex: string])[] = [
  ['sgtin++', '(01)79521141123453(21)32a/b', 'FD3795211411234538566CB0AFC525065F1876F0D996D800'],
  [
    'dsgtin++',
    '(01)79521141123453(21)32a/b(17)220630',
    'FC342CDE795211411234538566CB0AFC525065F1876F0D996D80',
  ],
  ['sscc++', '(00)095201234567891235', 'EF009520123456789123592832F8C3B786CCB6C0'],
  ['sgln++', '(414)9521141123454(254)32a/b', 'E9395211411234548566CB0AFC525065F1876F0D996D8000'],
  ['grai++', '(8003)0952114112345432a/b', 'EB3095211411234548566CB0AFC525065F1876F0D996D800'],
  ['giai++', '(8004)952114132a/b', 'EE3952114132E83C2BF1494197C61DBC3665B600'],
  ['gsrn++', '(8018)952114112345678906', 'E7395211411234567890692832F8C3B786CCB6C0'],
  ['gsrnp++', '(8017)952114112345678906', 'E8395211411234567890692832F8C3B786CCB6C0'],
  ['gdti++', '(253)95211411234545678', 'EA395211411234540458BA4A0CBE30EDE1B32DB0'],
  [
    'cpi++',
    '(8010)95211415PQ7/Z43(8011)12345',
    'E6395211415E87A145BAFB4D19A8C0E64A0CBE30EDE1B32DB000',
  ],
  ['sgcn++', '(255)952114167890904711', 'EC3952114167890950933C94197C61DBC3665B60'],
  [
    'itip++',
    '(8006)095211411234540102(21)rif981',
    'ED309521141123454010266AE27FDF3592832F8C3B786CCB6C00',
  ],
]

test.each(plusDomain)('%s holds %s and a domain', (scheme, elements, hex) => {
  const tag = decodeEpc(hex)
  expect(tag.ok && [tag.value.scheme, writeElementString(tag.value.elements)]).toEqual([
    scheme,
    elements,
  ])
  expect(decodeEpc(hex.slice(0, -6)).ok).toBe(false)
  expect(decodeEpc(`${hex}01`).ok).toBe(false)
})

for (const [tagUri, hex] of [...published, ...foreign]) {
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
