/**
 * What has the focus may go away: a row that is taken out, a message that is answered, a form that
 * gives way to what was chosen. The browser then leaves the focus nowhere, and who works by keys
 * has to begin at the top. This puts it where they would look for it.
 */

/** Where something stood that is gone. */
interface Gap {
  readonly parent: Element
  /** What stood before it. */
  readonly before: Node | null
  /** Which element it was, such as BUTTON: the next of them is the likeliest to be wanted. */
  readonly tag: string
}

/** Parts of a page within which the focus stays, if it can. */
const parts = 'section, form, nav, header, [role="dialog"]'

/** How long the parts of a page, dialogs above all, have to see to the focus by themselves. */
const settleMs = 60

/** How many places are remembered that had the focus. */
const recentMost = 8

/** Sees to it that the focus of whoever works by keys is never lost, for as long as the app runs. */
export function keepFocus(): void {
  let recent: readonly HTMLElement[] = []
  let gap: Gap | undefined
  let isByKeys = false
  let timer: ReturnType<typeof setTimeout> | undefined
  // The browser takes the focus from a disabled button only a little later.
  const isLost = () => document.activeElement?.matches('body, :disabled') ?? true

  const settle = () => {
    const [last] = recent
    if (!isLost() || !isByKeys || !last) return
    // A button that is busy has the focus again when it is done.
    if (last.isConnected && last.matches('[data-loading]')) return
    // One that is off now has done its work: on with the page.
    const near = last.isConnected ? undefined : ((gap && beside(gap)) ?? recent.find(canHaveFocus))
    const next = near ?? pageTitle()
    next?.focus({ preventScroll: true })
  }
  const onChange = (changes: readonly MutationRecord[]) => {
    const [last] = recent
    if (!last || !isLost()) return
    if (!last.isConnected) gap ??= gapOf(last, changes)
    clearTimeout(timer)
    timer = setTimeout(settle, settleMs)
  }
  const onLeave = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) return
    // Left on purpose: it is there still, and could have kept the focus.
    setTimeout(() => {
      if (isLost() && target === recent[0] && canHaveFocus(recent[0])) recent = []
    })
  }
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    gap = undefined
    // The box gives the focus back by itself, and asks for words whenever it has it.
    if (target.closest('search')) return
    recent = [target, ...recent.filter((one) => one !== target)].slice(0, recentMost)
  })
  document.addEventListener('focusout', onLeave)
  const capture = { capture: true, passive: true }
  document.addEventListener('keydown', () => (isByKeys = true), capture)
  document.addEventListener('pointerdown', () => (isByKeys = false), capture)
  const watched = { childList: true, subtree: true, attributeFilter: ['disabled', 'data-loading'] }
  new MutationObserver(onChange).observe(document.body, watched)
}

/** The name of the page, which takes the focus when there is nothing nearer. */
export const pageTitle = (): HTMLElement | null => document.querySelector('main h1')

/** Whether it is there, can be seen and can be used. */
export const canHaveFocus = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0

function gapOf(gone: HTMLElement, changes: readonly MutationRecord[]): Gap | undefined {
  const change = changes.find(({ removedNodes }) =>
    [...removedNodes].some((node) => node.contains(gone)),
  )
  if (!(change?.target instanceof Element)) return undefined
  return { parent: change.target, before: change.previousSibling, tag: gone.tagName }
}

/** What stands in the place of the gap or after it, else what is the nearest before it. */
function beside({ parent, before, tag }: Gap): HTMLElement | undefined {
  const part = parent.closest(parts)
  if (!part?.isConnected) return undefined
  const targets = [
    ...part.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
  ].filter((one) => one.tabIndex >= 0 && canHaveFocus(one))
  const after = targets.filter((one) => isAfter(one, parent, before))
  const alike = (one: HTMLElement) => one.tagName === tag
  return after.find(alike) ?? after[0] ?? targets.findLast(alike) ?? targets.at(-1)
}

function isAfter(one: Element, parent: Element, before: Node | null): boolean {
  const place = before?.isConnected ? before : parent
  const position = place.compareDocumentPosition(one)
  if ((position & Node.DOCUMENT_POSITION_CONTAINED_BY) !== 0) return place === parent
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
