/** A list of rows of one height, and the window through which it is seen. */
export interface RowList {
  readonly count: number
  /** In pixels, as all lengths here. */
  readonly rowHeight: number
  readonly viewHeight: number
}

/** No browser draws an element that is much higher than this: a longer list is compressed. */
const heightMax = 15_000_000

/** How high the element is that is scrolled in place of the list. */
export const spacerHeightOf = ({ count, rowHeight }: RowList): number =>
  Math.min(count * rowHeight, heightMax)

/** How many pixels of the list go by for one pixel of scrolling. */
const factorOf = (list: RowList): number => {
  const { count, rowHeight, viewHeight } = list
  const way = spacerHeightOf(list) - viewHeight
  return way <= 0 ? 1 : (count * rowHeight - viewHeight) / way
}

/** The rows that are seen at a place of the scroll bar. */
export function rowsAt(
  list: RowList,
  scrollTop: number,
): {
  readonly first: number
  /** The row after the last one that is drawn. */
  readonly end: number
  /** How far the first row stands above the upper edge. */
  readonly offset: number
} {
  const { count, rowHeight, viewHeight } = list
  const way = Math.max(0, spacerHeightOf(list) - viewHeight)
  const position = Math.max(0, Math.min(scrollTop, way)) * factorOf(list)
  const first = Math.max(0, Math.min(count - 1, Math.floor(position / rowHeight)))
  const end = Math.min(count, first + Math.ceil(viewHeight / rowHeight) + 1)
  return { first, end, offset: Math.max(0, position - first * rowHeight) }
}

/** Where the scroll bar has to stand so that a row is seen whole; where it stands, if it is. */
export function scrollTopFor(list: RowList, row: number, scrollTop: number): number {
  const { rowHeight, viewHeight } = list
  const factor = factorOf(list)
  const seen = scrollTop * factor
  const above = row * rowHeight
  const below = above + rowHeight - viewHeight
  if (above < seen) return Math.floor(above / factor)
  return below > seen ? Math.ceil(below / factor) : scrollTop
}
