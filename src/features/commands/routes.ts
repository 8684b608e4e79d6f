import { recordCommands } from '../../contract/commands.ts'
import { handle, type Handler } from '../context.ts'

export const commandRoutes: readonly Handler[] = [
  handle(recordCommands, async ({ commands }, { ledger, access: { actor } }) => ({
    answers: await Promise.all(commands.map((command) => ledger.record({ ...command, actor }))),
  })),
]
