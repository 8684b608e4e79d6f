import { test } from 'vitest'
import { judgeVectors, same } from '../../test/vectors/vector-file.ts'
import { lookUpAi } from './ai-table.ts'
import {
  exclusionFault,
  repetitionFault,
  requirementFault,
  signatureFault,
} from './associations.ts'
import { findAi } from './element.ts'
import { parseElementString, parseFnc1, validateCheckDigit, validateCheckPair } from './index.ts'
import { writeFnc1 } from './index.ts'
import type { Problem } from './index.ts'
import { linters } from './linters/registry.ts'

function marked(text: string, at: number, length: number): string {
  return `${text.slice(0, at)}*${text.slice(at, at + length)}*${text.slice(at + length)}`
}

interface LintCase {
  readonly linter: string
  readonly input: string
  readonly ok: boolean
  readonly error?: string
  readonly highlight?: string
  readonly requiresGcpLookup?: boolean
}

test('gs1-syntax/lint.json', () => {
  judgeVectors<LintCase>('gs1-syntax/lint.json', (vector) => {
    if (vector.requiresGcpLookup === true) return { setAside: 'needs a list of company prefixes' }
    if (!Object.hasOwn(linters, vector.linter)) return { setAside: 'linter no longer in use' }
    const found = linters[vector.linter as keyof typeof linters](vector.input)
    if (found === null) return vector.ok ? true : { wrong: 'accepted' }
    const got = [found.code, marked(vector.input, found.at, found.length)]
    return same(got, [vector.error, vector.highlight])
  })
})

test('check-digits/csum-csumalpha.json', () => {
  judgeVectors<LintCase>('check-digits/csum-csumalpha.json', ({ linter, input, ...expected }) => {
    const got = linter === 'csum' ? validateCheckDigit(input) : validateCheckPair(input)
    if (got.ok) return expected.ok ? true : { wrong: 'accepted' }
    const { code, position, length } = got.error
    return same([code, marked(input, position, length)], [expected.error, expected.highlight])
  })
})

interface ElementCase {
  readonly input: string
  readonly ok: boolean
  readonly expect?: string
  readonly error?: string
  readonly errMarkup?: string
  readonly permitUnknownAIs?: boolean
  readonly validation?: string
}

test('gs1-syntax/parse-bracketed.json', () => {
  judgeVectors<ElementCase>('gs1-syntax/parse-bracketed.json', (vector) => {
    const got = parseElementString(vector.input, { validation: 'values' })
    if (!got.ok) return vector.ok ? { wrong: got.error } : true
    return vector.ok ? same(writeFnc1(got.value), vector.expect) : { wrong: 'accepted' }
  })
})

test('gs1-syntax/process-fnc1.json', () => {
  judgeVectors<ElementCase>('gs1-syntax/process-fnc1.json', (vector) => {
    const allowUnknownAis = vector.permitUnknownAIs === true
    const got = parseFnc1(vector.input, { validation: 'values', allowUnknownAis })
    return got.ok === vector.ok ? true : { wrong: got }
  })
})

test('gs1-syntax/ai-linters.json', () => {
  judgeVectors<ElementCase>('gs1-syntax/ai-linters.json', (vector) => {
    const got = parseElementString(vector.input, { validation: 'values' })
    return same(got.ok ? undefined : got.error.code, vector.error)
  })
})

/** The component with the fault marked, as the reference engine shows it. */
function markup(input: string, problem: Problem): string {
  const { ai, position, length } = problem
  const entry = lookUpAi(ai!)!
  const start = input.indexOf(`(${ai})`) + ai!.length + 2
  let end = start
  for (const component of entry.components) {
    if (end > position) break
    end += component.lengthMax
  }
  const [before, bad] = [input.slice(start, position), input.slice(position, position + length)]
  return `(${ai})${before}|${bad}|${input.slice(position + length, end)}`
}

test('gs1-syntax/error-markup.json', () => {
  judgeVectors<ElementCase>('gs1-syntax/error-markup.json', (vector) => {
    const got = parseElementString(vector.input)
    return got.ok ? { wrong: 'accepted' } : same(markup(vector.input, got.error), vector.errMarkup)
  })
})

const associationChecks = {
  validateAImutex: exclusionFault,
  validateAIrequisites: requirementFault,
  validateAIrepeats: repetitionFault,
  validateDigSigRequiresSerialisedKey: signatureFault,
} as const

test('gs1-syntax/validate-associations.json', () => {
  judgeVectors<ElementCase>('gs1-syntax/validate-associations.json', (vector) => {
    const options = { validation: 'values', allowUnknownAis: true } as const
    const got = parseElementString(vector.input, options)
    if (!got.ok) return { wrong: got.error }
    const entries = got.value.map(({ ai }) => findAi(ai, options)!)
    const check = associationChecks[vector.validation as keyof typeof associationChecks]
    const broken = check(entries, got.value)
    return (broken === null) === vector.ok ? true : { wrong: broken }
  })
})
