import { useEffect, useState } from 'react'

/** How long a hand pauses between two keys at most, in milliseconds. */
const pauseMs = 200

/** The value as it was when it last stood still: what is asked for while somebody types. */
export function useSettled<T extends object>(value: T): T {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
