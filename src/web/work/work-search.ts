/** What the address of a page of work may give: the order that the work is for. */
export interface WorkSearch {
  readonly order?: string
}

export const workSearch = ({ order }: Record<string, unknown>): WorkSearch =>
  typeof order === 'string' || typeof order === 'number' ? { order: String(order) } : {}
