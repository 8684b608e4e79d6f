import { recordCommands } from '../../contract/commands.ts'
import { refuseDenied } from '../access.ts'
import { handle, type Handler } from '../context.ts'
import { needOf } from './needs.ts'

export const commandRoutes: readonly Handler[] = [
  handle(recordCommands, async ({ commands }, { store, ledger, access }) => {
    refuseDenied({ needs: await needOf(store, commands) }, access)
    const { actor } = access
    const answers = commands.map((command) => ledger.record({ ...command, actor }))
    return { answers: await Promise.all(answers) }
  }),
]
