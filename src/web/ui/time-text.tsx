import { useState } from 'react'
import { useLanguage } from '../texts/texts.ts'

/** A moment as the reader's clock and language write it; the exact one on hover. */
export function TimeText({ time, length = 'short' }: { time: string; length?: 'short' | 'long' }) {
  const words = useTimeWords()
  return (
    <time dateTime={time} title={words(time, 'long')}>
      {words(time, length)}
    </time>
  )
}

/** Writes a moment as TimeText does, to be filled into a sentence. */
export function useTimeWords(): (time: string, length: 'short' | 'long') => string {
  const language = useLanguage()
  return (time, length) => format(new Date(time), language, length)
}

const day = { year: 'numeric', month: 'short', day: 'numeric' } as const
const minute = { hour: '2-digit', minute: '2-digit' } as const

function format(date: Date, language: string, length: 'short' | 'long'): string {
  const locale = language === 'en' ? undefined : language
  if (length === 'long') {
    return date.toLocaleString(locale, { ...day, ...minute, second: '2-digit' })
  }
  const now = new Date()
  if (date.toDateString() === now.toDateString()) return date.toLocaleTimeString(locale, minute)
  return date.toLocaleString(locale, { ...day, ...minute })
}

/** The day that it is where the reader is. */
export function TodayText() {
  const language = useLanguage()
  const locale = language === 'en' ? undefined : language
  const [now] = useState(() => new Date())
  return (
    <time dateTime={now.toISOString().slice(0, 10)}>
      {now.toLocaleDateString(locale, { weekday: 'long', ...day, month: 'long' })}
    </time>
  )
}

/** A calendar day, the same everywhere. @param day its beginning, in milliseconds UTC */
export function DayText({ day: time }: { day: number }) {
  const language = useLanguage()
  const locale = language === 'en' ? undefined : language
  const date = new Date(time)
  return (
    <time dateTime={date.toISOString().slice(0, 10)}>
      {date.toLocaleDateString(locale, { ...day, timeZone: 'UTC' })}
    </time>
  )
}
