import { expect, it } from 'vitest'
import { directionOf } from './catalogue.ts'
import { pseudoTexts } from './pseudo-locale.ts'

it('the pseudo-language turns every word and keeps what is filled in', () => {
  const texts = pseudoTexts({ moved: 'Moved {{count, number}} units to <b>', deep: { yes: 'Yes' } })
  const turned = (word: string) => `\u200f\u202e${word}\u202c\u200f`
  expect(texts).toEqual({
    moved: `${turned('Moved')} {{count, number}} ${turned('units')} ${turned('to')} <b>`,
    deep: { yes: turned('Yes') },
  })
  expect([directionOf('ar-XB'), directionOf('en')]).toEqual(['rtl', 'ltr'])
})
