/**
 * Turns the GS1 Syntax Dictionary into code.
 *
 *   node scripts/gs1-dictionary.ts                 write the code again from the text in the repository
 *   node scripts/gs1-dictionary.ts new-edition.txt  take over a new edition of the text first
 *
 * A line that this script does not understand, or a linter that the code does not have, ends it
 * with an error: the new rule must be written before the edition can be used.
 */

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { linters } from '../src/gs1/linters/registry.ts'

const folder = new URL('../src/gs1/dictionary/', import.meta.url)
export const dictionaryPath = fileURLToPath(new URL('gs1-syntax-dictionary.txt', folder))
export const generatedPath = fileURLToPath(new URL('ai-rows.generated.ts', folder))

const LINE =
  /^(?<ais>\d{2,4}(?:-\d{2,4})?)\s+(?<flags>[*?]*)\s*(?<specification>\[?[NXYZ]\S*(?:\s+\[?[NXYZ]\.{0,2}\d\S*)*)(?<attributes>(?:\s+(?:req|ex|dlpkey)\S*)*)\s*(?:#\s*(?<title>.*?)\s*)?$/u
const COMPONENT = /^(?<open>\[?)(?<set>[NXYZ])(?<upTo>\.\.)?(?<length>\d+)\]?(?<linters>(?:,\w+)*)$/

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function componentCode(text: string): string {
  const parts = COMPONENT.exec(text)?.groups
  if (parts === undefined) throw new Error(`cannot read the component ${text}`)
  const names = parts['linters']!.split(',').slice(1)
  const unknown = names.find((name) => !Object.hasOwn(linters, name))
  if (unknown !== undefined)
    throw new Error(`there is no linter ${unknown}: add it to src/gs1/linters`)
  const length = parts['upTo'] === undefined ? parts['length']! : `upTo(${parts['length']})`
  const code = `${parts['set']!.toLowerCase()}(${[length, ...names.map(quote)].join(', ')})`
  return parts['open'] === '[' ? `optional(${code})` : code
}

/** `req=00 req=02,8026 dlpkey` becomes `{ req: ['00', '02,8026'], key: '' }`. */
function attributesCode(text: string): string {
  const attributes = text.trim().split(/\s+/).filter(Boolean)
  const valuesOf = (name: string): string[] =>
    attributes
      .map((attribute) => attribute.split('='))
      .filter(([key]) => key === name)
      .map(([, value = '']) => value)
  const fields: string[] = []
  const required = valuesOf('req')
  const excluded = valuesOf('ex')
  const key = valuesOf('dlpkey')
  if (required.length > 0) fields.push(`req: [${required.map(quote).join(', ')}]`)
  if (excluded.length > 0) fields.push(`ex: [${excluded.map(quote).join(', ')}]`)
  if (key.length > 0) fields.push(`key: ${quote(key[0]!)}`)
  return fields.length === 0 ? '' : `, { ${fields.join(', ')} }`
}

function rowCode(line: string): string {
  const parts = LINE.exec(line)?.groups
  if (parts === undefined) throw new Error(`cannot read the line: ${line}`)
  const components = parts['specification']!.split(/\s+/).map(componentCode).join(', ')
  const title = quote(parts['title'] ?? '')
  const rest = attributesCode(parts['attributes']!)
  return `row(${quote(parts['ais']!)}, ${quote(parts['flags']!)}, [${components}], ${title}${rest}),`
}

/** Breaks a line of code after a comma where it passes 100 columns. */
function wrap(line: string): string {
  if (line.length <= 100) return line
  const at = line.lastIndexOf(', ', 99) + 1
  return `${line.slice(0, at)}\n${wrap(`    ${line.slice(at + 1)}`)}`
}

/** The code for the text of a dictionary. */
export function generate(dictionary: string): string {
  const release = /^# Release: (\S+)$/m.exec(dictionary)?.[1]
  if (release === undefined) throw new Error('the text names no release: is it the dictionary?')
  const lines = dictionary.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))
  return `/**
 * Written by scripts/gs1-dictionary.ts from gs1-syntax-dictionary.txt: do not change by hand.
 * Copyright (c) GS1 AISBL, the BWIPP project and the Zint project; Apache License 2.0.
 */

import { n, optional, row, upTo, x, y, z } from './row.ts'
import type { Row } from './row.ts'

export const release = '${release}'

// prettier-ignore
export const rows: readonly Row[] = [
${lines.map((line) => wrap(`  ${rowCode(line)}`)).join('\n')}
]
`
}

if (import.meta.main) {
  const newEdition = process.argv[2]
  if (newEdition !== undefined) copyFileSync(newEdition, dictionaryPath)
  writeFileSync(generatedPath, generate(readFileSync(dictionaryPath, 'utf8')))
}
