import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { use, useCallback, useEffect, useRef } from 'react'
import { Live } from '../data/live-context.ts'
import { isPartMissing } from '../ui/problem-text.ts'
import { ErrorState } from '../ui/states.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { useText } from '../texts/texts.ts'

/** A page that could not be shown at all; it is tried again when the connection is back. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useText('common')
  const router = useRouter()
  const retry = useCallback(() => {
    if (isPartMissing(error)) return void loadAnew()
    void router.invalidate()
    reset()
  }, [error, router, reset])
  useEffect(() => {
    // The server has a newer version of the app, whose parts have other names.
    if (isPartMissing(error)) void loadAnewOnce()
  }, [error])
  const isOn = use(Live) === 'on'
  const wasOff = useRef(false)
  useEffect(() => {
    if (isOn && wasOff.current) {
      if (isPartMissing(error)) void loadAnewOnce()
      else retry()
    }
    wasOff.current = !isOn
  }, [isOn, retry, error])
  return (
    <Page title={t('wentWrong')}>
      <Panel>
        <ErrorState error={error} retry={retry} />
      </Panel>
    </Page>
  )
}

/** When the app was last loaded anew by itself, in milliseconds UTC. */
const loadedKey = 'seriatim.loaded-anew'

/** Between two times that the app is loaded anew by itself, in milliseconds. */
const loadedAgainMs = 30_000

/** Loads the app anew by itself, but not again and again where that does not help. */
async function loadAnewOnce(): Promise<void> {
  const last = Number(sessionStorage.getItem(loadedKey) ?? 0)
  if (Math.abs(Date.now() - last) < loadedAgainMs) return
  // Kept before the server is asked: a second error may come meanwhile.
  sessionStorage.setItem(loadedKey, String(Date.now()))
  if (!(await loadAnew())) sessionStorage.removeItem(loadedKey)
}

/** Loads the whole app anew, if the server is there; it may have another version by now. */
async function loadAnew(): Promise<boolean> {
  const answer = await fetch('/healthz').catch(() => undefined)
  if (answer?.ok) location.reload()
  return answer?.ok === true
}
