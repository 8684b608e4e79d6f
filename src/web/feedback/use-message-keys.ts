import { useEffect } from 'react'
import { canHaveFocus, pageTitle } from '../ui/focus-keeper.ts'

/** What the button is marked with that takes back what a message tells of. */
export const undoMark = 'data-undo'

/** Ctrl-Z takes back what the message tells of; F6 leads to its buttons, and back again. */
export function useMessageKeys(place: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    let former: Element | null = null
    const goThere = (card: HTMLElement) => {
      const isThere = card.contains(document.activeElement)
      if (!isThere) former = document.activeElement
      const back = former instanceof HTMLElement && canHaveFocus(former) ? former : pageTitle()
      const target = isThere ? back : card.querySelector<HTMLElement>('button')
      target?.focus({ preventScroll: true })
      return target
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const card = place.current
      // A page may have steps of its own to take back.
      if (!card || event.defaultPrevented || event.altKey || event.shiftKey) return
      const isTyping = (event.target as Element).matches('input, textarea, select')
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
      if (isUndo && !isTyping) {
        const undo = card.querySelector<HTMLElement>(`[${undoMark}]`)
        if (!undo) return
        event.preventDefault()
        undo.click()
      } else if (event.key === 'F6' && goThere(card)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [place])
}
