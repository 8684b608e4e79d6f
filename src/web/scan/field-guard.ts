type Field = HTMLInputElement | HTMLTextAreaElement

/** What text fields held before a burst began, so that a scan leaves no trace in them. */
export interface FieldGuard {
  /** Keeps what the field with the focus holds, unless it is kept already. */
  watch(): void
  /** Gives every field what it held, and the focus back to where it was. */
  restore(): void
  /** Types what the page did not get, because it was typed by hand after all. */
  release(text: string): void
  /** The field that wants scans, if the burst began in one. */
  readonly wanting: Field | undefined
  forget(): void
}

const isField = (element: Element | null): element is Field =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'range', 'file', 'color'].includes(element.type))

/** Watches the fields of the page. */
export function guardFields(): FieldGuard {
  const kept = new Map<Field, { value: string; start: number | null; end: number | null }>()
  let focused: Element | null = null
  return {
    watch() {
      const element = document.activeElement
      focused ??= element
      if (!isField(element) || kept.has(element)) return
      const { value, selectionStart: start, selectionEnd: end } = element
      kept.set(element, { value, start, end })
    },
    restore() {
      for (const [field, { value, start, end }] of kept) {
        if (field.value === value) continue
        setFieldValue(field, value)
        if (start !== null) field.setSelectionRange(start, end)
      }
      if (focused instanceof HTMLElement && document.activeElement !== focused) focused.focus()
    },
    release(text) {
      const element = document.activeElement
      if (!isField(element)) return
      const { value, selectionStart, selectionEnd } = element
      const start = selectionStart ?? value.length
      setFieldValue(element, value.slice(0, start) + text + value.slice(selectionEnd ?? start))
    },
    get wanting() {
      return isField(focused) && focused.dataset['takesScan'] !== undefined ? focused : undefined
    },
    forget() {
      kept.clear()
      focused = null
    },
  }
}

/** Sets a field's value so that whoever renders the field hears of it. */
export function setFieldValue(field: Field, value: string): void {
  const prototype =
    field instanceof HTMLTextAreaElement
      ? HTMLTextAreaElement.prototype
      : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
