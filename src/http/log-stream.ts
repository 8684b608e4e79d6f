import { Writable } from 'node:stream'

/**
 * A log that gathers the lines of one turn of the event loop and writes them in one go: under load
 * a write a request would cost as much as the answer.
 */
export function gatheringLog(target: Writable): Writable {
  let waiting = ''
  const flush = () => {
    const text = waiting
    waiting = ''
    target.write(text)
  }
  return new Writable({
    decodeStrings: false,
    write(line: string, _, done) {
      if (waiting === '') setImmediate(flush)
      waiting += line
      done()
    },
    final(done) {
      if (waiting !== '') flush()
      done()
    },
  })
}
