import { isDeepStrictEqual } from 'node:util'
import type { Answer, Command } from '../../src/domain/command.ts'
import type { Report } from './child.ts'

/** All that the clients of a store have seen: what they sent and what they were answered. */
export interface History {
  readonly sent: Map<string, Command>
  readonly answers: Map<string, Answer>
  /** Commands that were answered differently when they were sent again. */
  readonly contradictions: string[]
}

export const openHistory = (): History => ({
  sent: new Map(),
  answers: new Map(),
  contradictions: [],
})

/** The same, to go on from there without changing the first. */
export const copyHistory = ({ sent, answers, contradictions }: History): History => ({
  sent: new Map(sent),
  answers: new Map(answers),
  contradictions: [...contradictions],
})

/** Takes down what a child reports. */
export function takeDown(history: History, report: Exclude<Report, 'ready'>): void {
  if ('sent' in report) history.sent.set(report.sent.id, report.sent)
  else if ('answer' in report) takeAnswer(history, report.id, report.answer)
}

/** Takes down an answer; a later one must be the same. */
export function takeAnswer(history: History, id: string, answer: Answer): void {
  if (!answer.ok && answer.refusal.code === 'store_busy') return
  const before = history.answers.get(id)
  if (before === undefined) history.answers.set(id, answer)
  else if (!isDeepStrictEqual(before, answer)) {
    const [first, second] = [before, answer].map((one) => JSON.stringify(one))
    history.contradictions.push(`${id} was answered ${first}, then ${second}`)
  }
}

/** Commands that were sent and not answered: a client sends them again. */
export const unanswered = ({ sent, answers }: History): Command[] =>
  [...sent.values()].filter(({ id }) => !answers.has(id))
