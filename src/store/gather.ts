/** What is asked for until the next read begins. */
interface Round<Key, Value> extends PromiseWithResolvers<ReadonlyMap<Key, Value>> {
  readonly keys: Set<Key>
}

/**
 * Gathers what is asked for in one turn of the event loop, or while a read is under way, and reads
 * it in one go: each key once. A read begins after all who wait for it have asked, so nobody is
 * told what was true before. Whoever asks picks what is theirs.
 *
 * @param read reads what there is of the keys
 */
export function gather<Key, Value>(
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (keys: Iterable<Key>) => Promise<ReadonlyMap<Key, Value>> {
  let waiting: Round<Key, Value> | undefined
  let isUnderWay = false
  const begin = (): void => {
    const { keys, resolve, reject } = waiting!
    waiting = undefined
    isUnderWay = true
    void read([...keys])
      .then(resolve, reject)
      .then(end)
  }
  const end = (): void => {
    isUnderWay = false
    if (waiting !== undefined) setImmediate(begin)
  }
  return (keys) => {
    if (waiting === undefined) {
      waiting = { keys: new Set(), ...Promise.withResolvers() }
      if (!isUnderWay) setImmediate(begin)
    }
    for (const key of keys) waiting.keys.add(key)
    return waiting.promise
  }
}
