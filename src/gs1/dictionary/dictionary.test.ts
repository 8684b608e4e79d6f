import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dictionaryPath, generate, generatedPath } from '../../../scripts/gs1-dictionary.ts'
import { describeAi, dictionaryRelease, listAis } from '../index.ts'

const dictionary = readFileSync(dictionaryPath, 'utf8')

test('the table is what the script makes of the dictionary', () => {
  expect(readFileSync(generatedPath, 'utf8')).toBe(generate(dictionary))
})

test('every line of the dictionary is in the table', () => {
  const lines = dictionary.split('\n').filter((line) => /^\d/.test(line))
  expect(lines).toHaveLength(224)
  expect(listAis()).toHaveLength(541)
  expect(dictionaryRelease).toBe('2026-01-27')
  expect(describeAi('8006')).toMatchObject({ title: 'ITIP', format: 'N14 N4', isLinkKey: true })
})

test('a dictionary with a linter that the code does not have is refused', () => {
  const next = dictionary.replace('N18,csum,gcppos2', 'N18,csum,gcppos3')
  expect(() => generate(next)).toThrow('there is no linter gcppos3')
})

test('a line in another form is refused', () => {
  expect(() => generate(`${dictionary}\n92X ? X..90`)).toThrow('cannot read the line: 92X')
})
