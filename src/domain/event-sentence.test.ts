import { describe, expect, it } from 'vitest'
import common from '../i18n/en/common.json' with { type: 'json' }
import { eventSentence, say } from './event-sentence.ts'
import { identifierTypes } from './identifier.ts'
import { stages, statuses } from './status.ts'
import { subjectKinds } from './subject.ts'

describe('what is said of an event', () => {
  it('is a sentence of its clauses', () => {
    const identified = [
      ...say('identified', { type: 'imei', value: '35' }),
      ...say('identifiedToo', { type: 'frame_no', value: 'F-5' }),
    ]
    expect(eventSentence(identified)).toBe('Got IMEI 35; frame_no F-5')
  })

  it.each([
    ['subject', [...subjectKinds, 'unit']],
    ['identifier', identifierTypes],
    ['status', statuses],
    ['stage', stages],
  ] as const)('has a word for every %s', (table, codes) => {
    expect(new Set(Object.keys(common[table]))).toEqual(new Set(codes))
  })
})
