import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { eventKinds } from './event-kinds/index.ts'
import { mayFill, mayMake, mayTake, transitions, type TransitionName } from './life-cycle.ts'
import { statuses, type Status } from './status.ts'

const vocabulary = JSON.parse(
  readFileSync(new URL('../../test/vectors/cbv/terms.json', import.meta.url), 'utf8'),
) as { businessSteps: string[]; dispositions: string[] }

const steps = Object.keys(transitions) as TransitionName[]

/** Statuses that a unit can come to from one of those given, however many steps it takes. */
function reachable(from: readonly Status[]): Set<Status> {
  const found = new Set(from)
  for (const status of found) {
    for (const step of steps) {
      const { to } = transitions[step]
      if (to !== null && (mayTake(step, status) || mayMake(step, status))) found.add(to)
    }
  }
  return found
}

describe('the table of a unit’s life', () => {
  it.each(steps)('%s has terms of the Core Business Vocabulary', (step) => {
    const { businessStep, disposition } = transitions[step]
    expect(vocabulary.businessSteps).toContain(businessStep)
    expect([null, ...vocabulary.dispositions]).toContain(disposition)
  })

  it('leads to every status; to consumed by what a portion or a part is used for', () => {
    const found = reachable(['void'])
    expect(statuses.filter((status) => !found.has(status))).toEqual(['consumed'])
  })

  it('leads from every status that it leads to on to an end', () => {
    const stuck = [...reachable(['void'])].filter((status) => !reachable([status]).has('disposed'))
    expect(stuck).toEqual([])
  })

  it('makes a unit only of what is not there yet', () => {
    const making = steps.filter((step) => statuses.some((status) => mayMake(step, status)))
    expect(making).toEqual(['commission', 'expect', 'receive', 'split', 'consume'])
    for (const step of making) {
      const from = statuses.filter((status) => mayMake(step, status))
      expect(['void', 'expected']).toEqual(expect.arrayContaining(from))
    }
    expect(steps.filter((step) => mayTake(step, 'void'))).toEqual([])
  })

  it('fills no container that is gone', () => {
    const filling = steps.filter((step) => !mayFill(step, 'void'))
    expect(filling).toEqual(['commission', 'expect', 'receive', 'put', 'pack', 'split', 'consume'])
    for (const status of ['lost', 'disposed', 'consumed'] as const) {
      expect(filling.filter((step) => mayFill(step, status))).toEqual([])
    }
  })

  it('has a step for every kind of event on units, and no other', () => {
    const kinds = [...eventKinds.keys()].filter(
      (kind) => !/^(create|change)_|^lease|^correct$/.test(kind),
    )
    expect(kinds.toSorted()).toEqual(steps.toSorted())
  })
})
