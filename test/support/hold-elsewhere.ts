import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { StoreAddress } from '../../src/store/open.ts'

/** Lets another process hold a name until it is killed; it ends with this one. */
export async function holdElsewhere(
  address: StoreAddress,
  name: string,
): Promise<{ kill(): Promise<void> }> {
  const script = fileURLToPath(new URL('./holding-process.ts', import.meta.url))
  const child = fork(script, [JSON.stringify(address), name], { stdio: 'inherit' })
  await once(child, 'message')
  return {
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
