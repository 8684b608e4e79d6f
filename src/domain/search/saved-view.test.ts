import { expect, test } from 'vitest'
import { savedViewLimits, validateSavedView } from './index.ts'

const options = {
  now: Date.UTC(2013, 5, 15),
  knownTraits: [{ name: 'model', type: 'text' }],
} as const
const view = {
  name: 'Failed this week',
  query: 'failed:this-week',
  columns: ['serial', 'model', 'trait."Colour code"'],
  group: [],
}

test('a view keeps its search as written and its fields in one spelling', () => {
  const given = {
    ...view,
    name: ' Failed ',
    columns: ['SN', 'trait.model'],
    group: ['Month(Receipt)'],
  }
  expect(validateSavedView(given, options)).toEqual({
    ok: true,
    view: {
      name: 'Failed',
      query: 'failed:this-week',
      columns: ['serial', 'model'],
      group: ['month(received)'],
    },
  })
  expect(validateSavedView(view, options)).toEqual({ ok: true, view })
  expect(validateSavedView({ name: 'All', query: '' }, options)).toMatchObject({ ok: true })
})

test.each([
  [null, 'name'],
  [{ ...view, name: ' ' }, 'name'],
  [{ ...view, name: 'a\nb' }, 'name'],
  [{ ...view, name: 'a\u202eb' }, 'name'],
  [{ ...view, name: 'a'.repeat(savedViewLimits.nameLength + 1) }, 'name'],
  [{ ...view, query: 7 }, 'query'],
  [{ ...view, query: 'staus:lost' }, 'query'],
  [{ ...view, columns: 'serial' }, 'columns'],
  [{ ...view, columns: ['serial', 'sn'] }, 'columns'],
  [{ ...view, columns: ['staus'] }, 'columns'],
  [{ ...view, columns: ['sort'] }, 'columns'],
  [{ ...view, columns: ['serial:A status'] }, 'columns'],
  [{ ...view, columns: ['-serial'] }, 'columns'],
  [{ ...view, columns: Array.from({ length: 41 }, (_, index) => `t${index}`) }, 'columns'],
  [{ ...view, group: ['received'] }, 'group'],
  [{ ...view, group: ['status,lot'] }, 'group'],
  [{ ...view, group: ['status sort:lot'] }, 'group'],
  [{ ...view, query: 'group:lot', group: ['status'] }, 'group'],
])('%j is refused because of its %s', (given, field) => {
  const result = validateSavedView(given, options)
  expect(result.ok ? null : result.error.field).toBe(field)
  expect(result.ok ? '' : result.error.sentence).toMatch(/^\S.*[.?]$/)
})
