import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { queryClient } from '../../data/query-client.ts'
import { useClient } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { problemText } from '../../ui/problem-text.ts'

/** Sends a job and follows it; a new one is sent as soon as it is shown, because that was asked. */
export function useSending({ id, state, printed: sure }: Outputs['showLabelJob']['job']) {
  const client = useClient()
  const [printed, setPrinted] = useState(sure)
  const [isSending, setSending] = useState(false)
  const begun = useRef(false)
  const send = async () => {
    setSending(true)
    try {
      for await (const line of client.stream('sendLabelJob', { job: id })) setPrinted(line.printed)
    } catch (error) {
      tell({ kind: 'refused', words: problemText(error) })
    } finally {
      setSending(false)
      await queryClient.invalidateQueries({ queryKey: [client.company] })
    }
  }
  const isNew = state === 'waiting' && sure === 0
  const sendNew = useEffectEvent(() => {
    if (begun.current || !wasJustMade(id)) return
    begun.current = true
    void send()
  })
  useEffect(() => {
    if (isNew) sendNew()
  }, [isNew])
  return { send, printed, isSending }
}

/** How long after it was asked for a job is sent by itself when its page opens, in milliseconds. */
const freshMs = 10_000

/** A job's id begins with when its maker made it (UUIDv7, RFC 9562). */
const wasJustMade = (id: string): boolean =>
  Date.now() - Number.parseInt(id.replace('-', '').slice(0, 12), 16) < freshMs
