import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Answer, Command } from '../../src/domain/command.ts'
import type { StoreAddress } from '../../src/store/open.ts'

/** Another server process on a company that this process may have open too. */
export interface SecondServer {
  record(command: Command): Promise<Answer>
  stop(): Promise<void>
}

interface Reply {
  readonly id: number
  readonly answer?: Answer
  readonly error?: string
}

/** Starts a server in a process of its own; it ends with this one. */
export async function startSecondServer(address: StoreAddress): Promise<SecondServer> {
  const script = fileURLToPath(new URL('./second-server-process.ts', import.meta.url))
  const child = fork(script, [JSON.stringify(address)], { stdio: 'inherit' })
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>()
  let last = 0
  await once(child, 'message')
  child.on('message', ({ id, answer, error }: Reply) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (answer) asked?.resolve(answer)
    else asked?.reject(new Error(error))
  })
  return {
    record: (command) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        child.send({ id: last, command })
      }),
    async stop() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}
