import type { Command as Program } from 'commander'
import type { Client } from '../client/client.ts'
import { commandsPerCallMax, recordCommands } from '../contract/commands.ts'
import { failInEnglish } from '../contract/problem.ts'
import type { Answer } from '../domain/command.ts'
import { clean } from './table.ts'
import type { World } from './world.ts'

/** Options that every command takes. */
export interface GlobalOptions {
  readonly json?: boolean
  readonly company: string
  readonly server?: string
  readonly token?: string
}

/** The options of a command that works on this machine's files; refuses to ask a server. */
export function localOptions(program: Program): GlobalOptions {
  const options = program.optsWithGlobals<GlobalOptions>()
  if (options.server !== undefined) {
    failInEnglish('local_only', 'This works on the files of this machine. Leave --server out.')
  }
  return options
}

/** One run of a command: a client, and where its words go. */
export interface Session {
  readonly client: Client
  readonly json: boolean
  readonly world: World
  /** Writes a result: as JSON with `--json`, else in words. */
  print(value: unknown, words: () => string): void
  /** Records commands and reports refusals; gives the answers. */
  record(commands: readonly Wish[]): Promise<Answer[]>
}

/** A command to record, without what the session adds. */
export interface Wish {
  readonly kind: string
  readonly input: unknown
  readonly time?: number | undefined
  readonly reason?: string | undefined
  readonly batch?: string | undefined
}

/** Runs `work` with a session; the exit code says whether something was refused. */
export async function inSession(
  world: World,
  program: Program,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  const {
    json = false,
    company,
    server,
    token = world.defaultToken,
  } = program.optsWithGlobals<GlobalOptions>()
  await world.withClient({ company, server, token }, async (client) => {
    const print = (value: unknown, words: () => string) => {
      world.stdout.write(`${json ? JSON.stringify(value) : words()}\n`)
    }
    const record = async (wishes: readonly Wish[]) => {
      const answers: Answer[] = []
      for (let at = 0; at < wishes.length; at += commandsPerCallMax) {
        const commands = wishes
          .slice(at, at + commandsPerCallMax)
          .map((wish) => ({ id: world.newId(), ...wish }))
        answers.push(...(await client.call(recordCommands, { commands })).answers)
      }
      if (answers.some(isRefused)) world.endWith(1)
      return answers
    }
    await work({ client, json, world, print, record })
  })
}

const isRefused = (answer: Answer): boolean => !answer.ok || answer.refused.length > 0

/** Says why what was refused was refused. */
export function complain({ world }: Session, answers: readonly Answer[]): void {
  for (const answer of answers) {
    const refusals = answer.ok ? answer.refused.map(({ refusal }) => refusal) : [answer.refusal]
    for (const { message } of refusals) world.stderr.write(`${clean(message)}\n`)
  }
}
