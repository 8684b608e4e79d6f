import { z } from 'zod'
import { subjectData } from '../domain/subject.ts'
import { operation } from './operation.ts'

const traitView = z
  .object({
    /** The name that units, items and lots have it by. */
    code: z.string(),
    /** Null where nobody has defined the trait: its values can be anything. */
    definition: subjectData.trait.nullable(),
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
