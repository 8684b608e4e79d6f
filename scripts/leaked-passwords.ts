/**
 * Makes the list of leaked passwords that are refused: `node scripts/leaked-passwords.ts LIST`,
 * where LIST has one password a line. Only those long enough to be chosen are kept, as the sorted
 * beginnings of their hashes, so that the list itself can be shown to anybody.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { passwordLength } from '../src/contract/password-length.ts'
import { leakedHashOf } from '../src/features/people/password-rules.ts'
import { root } from './tools.ts'

const lines = readFileSync(process.argv[2]!, 'utf8').split(/\r?\n/)
const kept = new Set(
  lines
    .map((line) => line.normalize('NFKC').toLowerCase())
    .filter((line) => [...line].length >= passwordLength.least),
)
const hashes = [...kept].map(leakedHashOf).sort((a, b) => a.compare(b))
const target = join(root, 'src/features/people/leaked-passwords.bin')
writeFileSync(target, Buffer.concat(hashes))
console.log(`${hashes.length} passwords in ${target}`)
