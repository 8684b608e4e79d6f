import { z } from 'zod'
import { subjectData } from '../domain/subject.ts'
import { operation } from './operation.ts'

const traitView = z
  .object({
    code: z.string().describe('The name that units, items and lots have it by.'),
    definition: subjectData.trait
      .nullable()
      .describe('Null where nobody has defined the trait: its values can be anything.'),
  })
  .meta({ id: 'Trait' })

export const listTraits = operation({
  name: 'listTraits',
  method: 'GET',
  path: '/traits',
  summary: 'List the traits that are defined, and those that things have without a definition',
  needs: 'read',
  input: z.object({}),
  output: z.object({ traits: z.array(traitView) }),
})
