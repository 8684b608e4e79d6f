/** How reads are gathered. */
interface Gathering<Key, Value> {
  /** Reads what there is of the keys, in one go. */
  readonly read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>
  /** How many reads may be under way at once. */
  readonly underWayMax: number
}

/** What is asked for until the next read begins. */
interface Round<Key, Value> extends PromiseWithResolvers<ReadonlyMap<Key, Value>> {
  readonly keys: Set<Key>
}

/**
 * Gathers what is asked for in one turn of the event loop, or while enough reads are under way, and
 * reads it in one go: each key once. Only who comes first, and alone, is not kept waiting. A read
 * begins after all who wait for it have asked, so nobody is told what was true before. Whoever asks
 * picks what is theirs.
 */
export function gather<Key, Value>({
  read,
  underWayMax,
}: Gathering<Key, Value>): (keys: Iterable<Key>) => Promise<ReadonlyMap<Key, Value>> {
  let waiting: Round<Key, Value> | undefined
  let underWay = 0
  let isTurnOpen = false
  const begin = (): void => {
    if (waiting === undefined || underWay === underWayMax) return
    const { keys, resolve, reject } = waiting
    waiting = undefined
    underWay += 1
    const end = () => {
      underWay -= 1
      begin()
    }
    void read([...keys])
      .then(resolve, reject)
      .then(end)
  }
  const endTurn = (): void => {
    isTurnOpen = false
    begin()
  }
  return (keys) => {
    waiting ??= { keys: new Set(), ...Promise.withResolvers() }
    for (const key of keys) waiting.keys.add(key)
    if (!isTurnOpen) {
      isTurnOpen = true
      setImmediate(endTurn)
      if (underWay === 0) queueMicrotask(begin)
    }
    return waiting.promise
  }
}
