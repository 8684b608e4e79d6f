import { addChanges, contradict, stateOf, type Draft } from './draft.ts'
import { itemOf } from './find-subject.ts'
import { measuredText } from './quantity.ts'

/** Adds to a unit's content; a negative amount takes from it. */
export function addContent(draft: Draft, unit: number, added: number): void {
  const state = stateOf(draft, unit)
  const content = state.content + added
  if (content < 0) {
    const measure = state.item === 0 ? {} : itemOf(draft, unit).data
    const [held, wanted] = [state.content, -added].map((one) => measuredText(one, measure))
    contradict(draft, unit, 'content_short', { content: held!, wanted: wanted! })
  }
  addChanges(draft, unit, { content: [state.content, content, added] })
}
