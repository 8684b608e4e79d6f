import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** Which rows are seen of a list that is far too long to be drawn. */
export interface VirtualRows {
  /** Scrolls; its first child is a head that stays, its second as high as `spacerHeight`. */
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Height of the whole list in the scroller, in pixels. */
  readonly spacerHeight: number
  readonly first: number
  /** The row after the last one that is drawn. */
  readonly end: number
  /** How far the first row stands above the upper edge, in pixels. */
  readonly offset: number
  /** Brings a row into view. */
  readonly show: (row: number) => void
}

/** No browser draws an element that is much higher than this: a longer list is scrolled in steps. */
const heightMax = 15_000_000

/**
 * Tells which rows of a list are seen. TanStack's virtualizer and others draw the list as high as
 * all of its rows, which ends at some hundred thousand rows; this one compresses the way.
 */
export function useVirtualRows(count: number, rowHeight: number): VirtualRows {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const read = () => setView({ top: element.scrollTop, height: viewHeightOf(element) })
    const observer = new ResizeObserver(read)
    observer.observe(element)
    element.addEventListener('scroll', read, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', read)
    }
  }, [])
  const whole = count * rowHeight
  const spacerHeight = Math.min(whole, heightMax)
  const way = Math.max(1, spacerHeight - view.height)
  // How many pixels of the list go by for one pixel of scrolling.
  const factor = Math.max(1, (whole - view.height) / way)
  const position = Math.min(view.top, way) * factor
  const first = Math.max(0, Math.min(count - 1, Math.floor(position / rowHeight)))
  const end = Math.min(count, first + Math.ceil(view.height / rowHeight) + 1)
  const show = useCallback(
    (row: number) => {
      const element = scroller.current
      if (!element) return
      const seen = element.scrollTop * factor
      const above = row * rowHeight
      const below = above + rowHeight - viewHeightOf(element)
      const wanted = above < seen ? above : below > seen ? below : seen
      element.scrollTop = Math.ceil(wanted / factor)
    },
    [factor, rowHeight],
  )
  const offset = Math.max(0, position - first * rowHeight)
  return { scroller, spacerHeight, first, end, offset, show }
}

/** What is left for the rows under the head. */
const viewHeightOf = (scroller: HTMLElement): number =>
  scroller.clientHeight - ((scroller.firstElementChild as HTMLElement | null)?.offsetHeight ?? 0)
