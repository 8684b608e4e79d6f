import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transitions, type TransitionName } from './life-cycle.ts'
import { foldTimeline, judge, type Link } from './timeline.ts'
import type { Changes } from './unit-state.ts'

const steps = Object.keys(transitions) as TransitionName[]

const anyChanges: fc.Arbitrary<Changes> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((location) => ({ location: [null, location] as const })),
  fc.integer({ min: 1, max: 5 }).map((parent) => ({ parent: [null, parent] as const })),
  fc.constantFrom('red', 'blue', null).map((value) => ({ 'trait.colour': [null, value] as const })),
  fc.integer({ min: -9, max: 9 }).map((added) => ({ content: [0, added, added] as const })),
  fc.nat({ max: 99 }).map((content) => ({ content: [0, content] as const })),
)

const anyFact = fc.record({
  kind: fc.constantFrom(...steps),
  time: fc.nat({ max: 12 }),
  contested: fc.boolean(),
  role: fc.constantFrom('subject', 'container'),
  changes: anyChanges,
})

/** Facts in the order of their recording; they happened at any time. */
const anyHistory: fc.Arbitrary<Link[]> = fc
  .array(anyFact, { maxLength: 12 })
  .map((facts) => facts.map((fact, index) => linkOf({ ...fact, event: index + 1 })))

function linkOf(fact: Partial<Link>): Link {
  return {
    unit: 1,
    event: 1,
    role: 'subject',
    kind: 'move',
    time: 0,
    location: null,
    parent: null,
    actor: 1,
    corrects: null,
    contested: false,
    changes: {},
    ...fact,
    ...(fact.role === 'container' && { changes: {} }),
  }
}

const correction = (event: number, corrects: number, time = 99): Link =>
  linkOf({ event, corrects, time, kind: 'correct' })

const any = { numRuns: 500 }

describe('a history', () => {
  it('comes to the same in whatever order its lines are given', () => {
    fc.assert(
      fc.property(anyHistory, fc.infiniteStream(fc.nat()), (history, keys) => {
        const shuffled = history
          .map((link) => ({ link, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ link }) => link)
        expect(foldTimeline(shuffled)).toEqual(foldTimeline(history))
        expect(judge(shuffled)).toEqual(judge(history))
      }),
      any,
    )
  })

  it('with an event taken back is the history without it', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(), (history, choice) => {
        fc.pre(history.length > 0)
        const { event } = history[choice % history.length]!
        const without = history.filter((link) => link.event !== event)
        const undone = [...history, correction(50, event)]
        expect(foldTimeline(undone)).toEqual(foldTimeline(without))
        expect(judge(undone)).toEqual(judge(without))
        const restored = [...undone, correction(51, 50)]
        expect(foldTimeline(restored)).toEqual(foldTimeline(history))
        const undoneAgain = [...restored, correction(52, 51)]
        expect(foldTimeline(undoneAgain)).toEqual(foldTimeline(without))
      }),
      any,
    )
  })

  it('up to a time leaves out what happened later, but not that it was taken back', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: 12 }), fc.nat(), (history, until, choice) => {
        const undone = history.length > 0 ? [correction(50, 1 + (choice % history.length))] : []
        const links = [...history, ...undone]
        const earlier = links.filter((link) => link.time <= until || link.corrects !== null)
        expect(foldTimeline(links, { until })).toEqual(foldTimeline(earlier))
      }),
      any,
    )
  })

  it('as it was known is made of what had been recorded', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: 14 }), fc.nat(), (history, knownUntil, choice) => {
        const undone = history.length > 0 ? [correction(13, 1 + (choice % history.length))] : []
        const links = [...history, ...undone]
        const recorded = links.filter((link) => link.event <= knownUntil)
        expect(foldTimeline(links, { knownUntil })).toEqual(foldTimeline(recorded))
      }),
      any,
    )
  })

  it('keeps contested facts and containers’ lines without effect', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const counting = history.filter((link) => !link.contested && link.role === 'subject')
        expect(foldTimeline(history)).toEqual(foldTimeline(counting))
      }),
      any,
    )
  })

  it('is judged to come to what it is read to, as far as it is possible', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { state, impossible } = judge(history)
        const until = impossible ?? { time: Infinity, event: Infinity }
        const isRead = ({ time, event }: Link) =>
          time < until.time || (time === until.time && event <= until.event)
        expect(state).toEqual(foldTimeline(history.filter(isRead)))
      }),
      any,
    )
  })
})

describe('a history is impossible', () => {
  const made = linkOf({
    event: 1,
    kind: 'commission',
    time: 10,
    changes: { item: [0, 4], status: ['void', 'in_stock'] },
  })
  const lost = linkOf({
    event: 2,
    kind: 'lose',
    time: 30,
    changes: { status: ['in_stock', 'lost'] },
  })

  it.each([
    [
      'from a step before the unit was made',
      [made, linkOf({ event: 3, kind: 'move', time: 5 })],
      3,
    ],
    ['from a step that its status forbids', [made, lost, linkOf({ event: 3, time: 40 })], 3],
    [
      'from a step that only a later one allows',
      [made, lost, linkOf({ event: 3, time: 20 })],
      null,
    ],
    [
      'from the filling of a container that is lost',
      [made, lost, linkOf({ event: 3, kind: 'put', role: 'container', time: 40 })],
      3,
    ],
    [
      'from more taken out than there was',
      [made, linkOf({ event: 3, kind: 'split', time: 20, changes: { content: [1, -1, -2] } })],
      3,
    ],
  ])('%s', (_, links, event) => {
    expect(judge(links).impossible?.event ?? null).toBe(event)
  })
})
