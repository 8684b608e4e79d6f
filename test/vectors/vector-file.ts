import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

/** What a judge says of one case: right, wrong (and how), or not to be judged (and why). */
export type Verdict = true | { readonly wrong: unknown } | { readonly setAside: string }

/** Right when both have the same content. */
export function same(got: unknown, expected: unknown): Verdict {
  return JSON.stringify(got) === JSON.stringify(expected) ? true : { wrong: got }
}

/** The cases of `test/vectors/<name>`. */
function readVectors<Case>(name: string): readonly Case[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  return (JSON.parse(text) as { cases: readonly Case[] }).cases
}

/** Judges every case of a file, prints the counts, and fails when one is wrong. */
export function judgeVectors<Case>(name: string, judge: (test: Case) => Verdict): void {
  const wrong: unknown[] = []
  const reasons = new Map<string, number>()
  let passed = 0
  for (const test of readVectors<Case>(name)) {
    const verdict = judge(test)
    if (verdict === true) passed++
    else if ('wrong' in verdict) wrong.push({ test, got: verdict.wrong })
    else reasons.set(verdict.setAside, (reasons.get(verdict.setAside) ?? 0) + 1)
  }
  const setAside = [...reasons].map(([reason, count]) => `, ${count} set aside (${reason})`).join('')
  console.log(`vectors ${name}: ${passed} passed, ${wrong.length} failed${setAside}`)
  expect(wrong.slice(0, 20)).toEqual([])
}
