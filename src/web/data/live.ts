import { useEffect, useState } from 'react'
import type { WebClient } from '../../client/web-client.ts'
import { queryClient } from './query-client.ts'
import { isSessionEnded, sessionAgain } from './session-end.ts'

/** Whether changes of others reach this screen. */
export type LiveState = 'on' | 'connecting' | 'off'

/** Least time between two refreshes, in milliseconds: many scans at once are one refresh. */
const refreshMs = 250

/** What one tab of a browser tells the others: a change, how the connection is, or a question. */
type News = 'change' | 'how is it' | LiveState

/**
 * Follows the changes of a company, and brings what is on the screen up to date. The tabs of a
 * browser share one connection, because a browser allows only a few to each server.
 */
export function useLiveChanges(client: WebClient): LiveState {
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => {
    const queryKey = [client.company]
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      timer = undefined
      void queryClient.invalidateQueries({ queryKey })
    }
    const stop = shareChanges(client, (news) => {
      if (news === 'change') timer ??= setTimeout(refresh, refreshMs)
      else setState(news)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client])
  return state
}

/** Hears of changes through whichever tab has the connection; answers with the way to stop. */
function shareChanges(client: WebClient, hear: (news: 'change' | LiveState) => void): () => void {
  const name = `seriatim.live.${client.company}`
  const stop = new AbortController()
  const channel = new BroadcastChannel(name)
  let own: LiveState | undefined
  const tell = (news: 'change' | LiveState) => {
    if (news !== 'change') own = news
    hear(news)
    channel.postMessage(news)
  }
  channel.addEventListener('message', ({ data }: MessageEvent<News>) => {
    if (data !== 'how is it') hear(data)
    else if (own !== undefined) channel.postMessage(own)
  })
  channel.postMessage('how is it' satisfies News)
  void leadWhenFree(name, stop.signal, () => follow(client, stop.signal, tell))
  return () => {
    stop.abort()
    channel.close()
  }
}

/** Waits until no other tab leads. Over plain HTTP there are no locks: then each tab is its own. */
async function leadWhenFree(name: string, signal: AbortSignal, work: () => Promise<void>) {
  const locks = (navigator as Partial<Navigator>).locks
  if (!locks) return work()
  try {
    await locks.request(name, { signal }, work)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

async function follow(
  client: WebClient,
  signal: AbortSignal,
  tell: (news: 'change' | LiveState) => void,
): Promise<void> {
  const onState = (state: 'live' | 'broken') => {
    tell(state === 'live' ? 'on' : 'connecting')
    // What was read before the stream began may have changed until then, and nobody would say so.
    if (state === 'live') tell('change')
  }
  try {
    for await (const { change } of client.follow('followChanges', {}, { signal, onState })) {
      if (change !== null) tell('change')
    }
  } catch (error) {
    if (signal.aborted) return
    // Refused for good; who signs in again follows anew.
    tell('off')
    if (isSessionEnded(error)) void sessionAgain()
  }
}
