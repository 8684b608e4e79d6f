import type { Writable } from 'node:stream'

/** Where lines of the log go. */
export interface LineLog {
  write(line: string): void
}

/**
 * A log that gathers the lines of one turn of the event loop and writes them in one go: under load
 * a write a request would cost as much as the answer. What a process writes last before it exits is
 * written, too.
 */
export function gatheringLog(target: Writable): LineLog {
  let waiting = ''
  const flush = () => {
    const text = waiting
    waiting = ''
    if (text !== '') target.write(text)
  }
  process.on('exit', flush)
  return {
    write(line) {
      if (waiting === '') setImmediate(flush)
      waiting += line
    },
  }
}
