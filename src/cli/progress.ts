import { SingleBar } from 'cli-progress'
import type { World } from './world.ts'

/** A bar with rate and time left; silent where nobody looks. */
export interface ProgressBar {
  /** @param done of `total`; @param count of `things` so far */
  update(done: number, total: number, count: number): void
  stop(): void
}

/** Shows the progress of long work on the terminal's error output. */
export function startProgress({ stderr, now }: World, label: string, things: string): ProgressBar {
  if (!stderr.isTTY) return { update: () => {}, stop: () => {} }
  const bar = new SingleBar({
    format: `${label} [{bar}] {percentage}%  {count} ${things}  {rate}/s  {left} left`,
    stream: stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  const start = now()
  bar.start(1, 0, { count: 0, rate: 0, left: '?' })
  return {
    update(done, total, count) {
      const seconds = Math.max(0.001, (now() - start) / 1000)
      bar.setTotal(Math.max(total, 1))
      const left = done > 0 ? Math.round((seconds * (total - done)) / done) : 0
      bar.update(done, { count, rate: Math.round(count / seconds), left: `${left} s` })
    },
    stop: () => bar.stop(),
  }
}
