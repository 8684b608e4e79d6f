import { useImperativeHandle, useState, type Ref } from 'react'
import { useText } from '../texts/texts.ts'
import { SerialText } from '../ui/serial-text.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { Suggestion } from './suggestion.ts'
import { useSuggestions } from './use-suggestions.ts'
import styles from './suggestions.module.css'

/** What the box tells the list, whose entries have no focus of their own. */
export interface SuggestionsHandle {
  move(by: 1 | -1): void
  /** Takes the marked entry; false when none is marked. */
  choose(): boolean
}

interface SuggestionsProps {
  ref: Ref<SuggestionsHandle>
  id: string
  text: string
  /** Writes another text into the box. */
  onText: (text: string) => void
  /** Says which entry is marked, by its id. */
  onActive: (id: string | undefined) => void
  onDone: () => void
}

/** What the text of the box can mean: units, places to go to, and how a search can go on. */
export function Suggestions({ ref, id, text, onText, onActive, onDone }: SuggestionsProps) {
  const t = useText('shell')
  const { suggestions, note, isError } = useSuggestions(text)
  // By its key: what comes later may stand above it.
  const [marked, setMarked] = useState<{ text: string; key: string | undefined }>()
  const index = marked?.text === text ? suggestions.findIndex(({ key }) => key === marked.key) : -1
  const idOf = ({ key }: Suggestion) => `${id}-${encodeURIComponent(key)}`
  const take = (suggestion: Suggestion) => {
    if (suggestion.text !== undefined) return onText(suggestion.text)
    suggestion.run?.()
    onDone()
  }
  useImperativeHandle(ref, () => ({
    move(by) {
      const next = suggestions[Math.min(suggestions.length - 1, index + by)]
      setMarked({ text, key: next?.key })
      onActive(next && idOf(next))
    },
    choose() {
      const suggestion = suggestions[index]
      if (suggestion) take(suggestion)
      return suggestion !== undefined
    },
  }))
  return (
    // The list must not take the focus from the box, neither clicked nor, as it scrolls, by Tab.
    <div className={styles.sheet} tabIndex={-1} onPointerDown={(event) => event.preventDefault()}>
      <ul id={id} role="listbox" aria-label={t('box.label')}>
        {suggestions.map((suggestion, place) => (
          <li
            key={suggestion.key}
            id={idOf(suggestion)}
            role="option"
            aria-selected={place === index}
            className={styles.entry}
            onPointerUp={() => take(suggestion)}
          >
            <Entry suggestion={suggestion} />
          </li>
        ))}
      </ul>
      {note !== undefined && (
        <p className={styles.note} data-error={isError || undefined}>
          {note}
        </p>
      )}
    </div>
  )
}

function Entry({
  suggestion: { title, detail, unit, picture: Picture },
}: {
  suggestion: Suggestion
}) {
  return (
    <>
      {Picture && <Picture className={styles.picture} aria-hidden />}
      <span className={styles.title}>
        {unit ? <SerialText serial={unit.serial ?? `#${unit.id}`} /> : <bdi>{title}</bdi>}
      </span>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      {unit && <StatusBadge status={unit.status} />}
    </>
  )
}
