import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { rowsAt, scrollTopFor, spacerHeightOf } from './row-geometry.ts'

/** Which rows are seen of a list that is far too long to be drawn. */
export interface VirtualRows extends ReturnType<typeof rowsAt> {
  /** Scrolls; its first child is a head that stays, its second as high as `spacerHeight`. */
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly spacerHeight: number
  /** Brings a row into view. */
  readonly show: (row: number) => void
}

/**
 * Tells which rows of a list are seen, as it is scrolled.
 *
 * @param height of a row in rem: rows grow with the letters; other heights are in pixels
 */
export function useVirtualRows(count: number, height: number): VirtualRows {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600, rowHeight: height * letterHeight() })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const read = () =>
      setView({
        top: element.scrollTop,
        height: viewHeightOf(element),
        rowHeight: height * letterHeight(),
      })
    const observer = new ResizeObserver(read)
    observer.observe(element)
    element.addEventListener('scroll', read, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', read)
    }
  }, [height])
  const { rowHeight } = view
  const show = useCallback(
    (row: number) => {
      const element = scroller.current
      if (!element) return
      const list = { count, rowHeight, viewHeight: viewHeightOf(element) }
      element.scrollTop = scrollTopFor(list, row, element.scrollTop)
    },
    [count, rowHeight],
  )
  const list = { count, rowHeight, viewHeight: view.height }
  return { scroller, spacerHeight: spacerHeightOf(list), show, ...rowsAt(list, view.top) }
}

/** Pixels of a rem: who needs larger letters sets it. */
const letterHeight = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize)

/** What is left for the rows under the head. */
const viewHeightOf = (scroller: HTMLElement): number =>
  scroller.clientHeight - ((scroller.firstElementChild as HTMLElement | null)?.offsetHeight ?? 0)
