import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import {
  lazy,
  Suspense,
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from 'react'
import { useCompany } from '../data/session.ts'
import { useScanText } from '../scan/scan-provider.tsx'
import { loadTexts, useText } from '../texts/texts.ts'
import { pageTitle } from '../ui/focus-keeper.ts'
import type { SuggestionsHandle } from './suggestions.tsx'
import styles from './universal-box.module.css'

/** What the box proposes is loaded when somebody first turns to it. */
const Suggestions = lazy(async () => {
  const [{ Suggestions }] = await Promise.all([import('./suggestions.tsx'), loadTexts('search')])
  return { default: Suggestions }
})

const listId = 'box-suggestions'

/** One box, on every screen, for a scan, a serial, a search or a command. */
export function UniversalBox() {
  const t = useText('shell')
  const input = useRef<HTMLInputElement>(null)
  const { text, write, isOpen, setOpen, active, setActive, suggestions, enter, leave, onKeyDown } =
    useBox(input)
  return (
    <search className={styles.box}>
      <Search className={styles.picture} aria-hidden />
      <input
        ref={input}
        className={styles.input}
        type="text"
        role="combobox"
        aria-label={t('box.label')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={active}
        aria-keyshortcuts="/ Control+K"
        placeholder={t('box.placeholder')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        onChange={({ currentTarget: { value } }) => write(value)}
        onFocus={enter}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd className={styles.key} aria-hidden>
        /
      </kbd>
      {isOpen && (
        <Suspense>
          <Suggestions
            ref={suggestions}
            id={listId}
            text={text}
            onText={write}
            onActive={setActive}
            onDone={leave}
          />
        </Suspense>
      )}
    </search>
  )
}

/** What the box knows, and what its keys do. */
function useBox(input: { readonly current: HTMLInputElement | null }) {
  const suggestions = useRef<SuggestionsHandle>(null)
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState<string>()
  const search = useSearch()
  const scan = useScanText()
  useFocusKeys(input)
  const former = useRef<EventTarget>(null)
  const enter = ({ relatedTarget }: FocusEvent) => {
    former.current = relatedTarget
    setOpen(true)
  }
  const write = (typed: string) => {
    setText(typed)
    setOpen(true)
  }
  /** The focus goes back to where it came from. */
  const leave = () => {
    setOpen(false)
    setText('')
    setActive(undefined)
    const back = former.current
    const target = back instanceof HTMLElement && back.isConnected ? back : pageTitle()
    target?.focus({ preventScroll: true })
    // While a page is on its way there may be nothing that can have it.
    if (document.activeElement === input.current) input.current?.blur()
  }
  /** What was typed is searched for; with Ctrl or Cmd it is taken as if it had been scanned. */
  const send = ({ ctrlKey, metaKey }: KeyboardEvent) => {
    if ((ctrlKey || metaKey) && text.trim() !== '') {
      void scan(text.trim())
      leave()
      return
    }
    if (suggestions.current?.choose()) return
    if (text.trim() !== '') {
      search(text.trim())
      leave()
    }
  }
  const keys: Record<string, ((event: KeyboardEvent) => void) | undefined> = {
    ArrowDown: () => suggestions.current?.move(1),
    ArrowUp: () => suggestions.current?.move(-1),
    Enter: send,
    Escape: () => (text === '' ? leave() : setText('')),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act(event)
  }
  return { text, write, isOpen, setOpen, active, setActive, suggestions, enter, leave, onKeyDown }
}

function useSearch(): (q: string) => void {
  const navigate = useNavigate()
  const company = useCompany()
  return (q) => void navigate({ to: '/c/$company/find', params: { company }, search: { q } })
}

/** `/` where nobody is typing, and Ctrl-K anywhere, lead to the box. */
function useFocusKeys(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      const isTyping = (event.target as Element).matches(
        'input, textarea, select, [contenteditable]',
      )
      if (!isCommand && (event.key !== '/' || isTyping || event.ctrlKey || event.altKey)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [input])
}
