import { z } from 'zod'
import { operation, plainText, streamed } from './operation.ts'

export const backupStore = operation({
  name: 'backupStore',
  method: 'POST',
  path: '/backups',
  summary: 'Write a consistent copy of the company to a file, while work goes on',
  needs: 'administer',
  isLocal: true,
  input: z.object({ path: plainText(1000) }),
  output: z.object({ path: z.string(), bytes: z.int(), events: z.int() }),
})

export const checkStore = streamed({
  name: 'checkStore',
  method: 'POST',
  path: '/checks',
  summary: 'Check that every stored state is what its history says',
  needs: 'administer',
  input: z.object({}),
  output: z.object({
    checked: z.int().describe('Units looked at so far.'),
    units: z.int(),
    faults: z
      .array(z.object({ unit: z.int().nullable(), fault: z.string() }))
      .describe('What was found wrong since the line before.'),
  }),
})
