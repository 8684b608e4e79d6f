import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { stopWaiting, watchWaits, type Waits } from '../data/waiting.ts'
import { listOf } from '../../i18n/clause.ts'
import { saidText } from '../texts/say.ts'
import { useText } from '../texts/texts.ts'
import { problemText } from '../ui/problem-text.ts'
import { dismiss, reword, tell, waitingMessage, type Message } from './feedback.ts'

/** Tells what waits for the server as long as it does, and lets the person stop it. */
export function useWaitsMessage(): void {
  const t = useText('common')
  useEffect(() => {
    let told: number | undefined
    return watchWaits((now, before) => {
      if (!now.isLong) {
        if (now.all.length === 0 && told !== undefined) dismiss(told)
        return
      }
      const message = messageOf(now, t)
      const isNews = !before.isLong || now.all.length > before.all.length
      if (isNews) {
        tell(message)
        told = waitingMessage()
      } else if (told !== undefined) reword(told, message)
    })
  }, [t])
}

function messageOf({ all, error }: Waits, t: TFunction): Message {
  const codes = [...new Set(all.flatMap(({ code }) => code ?? []))]
  const newest = codes.at(-1)
  const stop = () => {
    stopWaiting()
    tell({
      kind: 'refused',
      words: t('stopped'),
      detail: codes.length > 0 ? t('stoppedCodes', { codes: inList(codes) }) : t('stoppedDetail'),
    })
  }
  return {
    kind: 'needs',
    words: t('waits', { count: all.length }),
    detail: error === undefined ? t('waitsSlow') : problemText(error),
    ...(newest !== undefined && { code: newest }),
    offers: [{ title: t('stopWaiting'), run: stop }],
  }
}

const inList = (codes: readonly string[]): string =>
  saidText(listOf('comma', codes), codes.join(', '))
