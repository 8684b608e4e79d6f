import { useId, useRef, useState, type SubmitEvent } from 'react'
import {
  completions,
  describeQuery,
  searchHints,
  type ParseResult,
} from '../../../domain/search/index.ts'
import { useText } from '../../texts/texts.ts'
import { useSearchOptions } from '../../traits/use-search-options.ts'
import { Button } from '../../ui/parts.ts'
import styles from './query-field.module.css'

/** Most ways to go on that are offered. */
const completionsMax = 6

interface QueryFieldProps {
  q: string
  parsed: ParseResult
  onSearch: (q: string) => void
}

/** The search as it is written; under it what was understood, or which character is wrong and why. */
export function QueryField({ q, parsed, onSearch }: QueryFieldProps) {
  const t = useText('find')
  const field = useRef<HTMLInputElement>(null)
  const noteId = useId()
  const [text, setText] = useState(q)
  const [isWriting, setWriting] = useState(false)
  const { knownTraits } = useSearchOptions()
  const error = parsed.ok || text !== q ? undefined : parsed.error
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onSearch(text.trim())
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.line}>
        <input
          ref={field}
          className={styles.input}
          aria-label={t('search')}
          aria-invalid={error !== undefined}
          aria-describedby={noteId}
          placeholder={t('placeholder')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
          onFocus={() => setWriting(true)}
          onBlur={() => setWriting(false)}
        />
        <Button type="submit">{t('search')}</Button>
      </div>
      <div id={noteId}>
        {error ? (
          <Fault
            text={q}
            position={error.position}
            length={error.length}
            sentence={error.sentence}
          />
        ) : (
          parsed.ok && (
            <p className={styles.sentence}>
              {[describeQuery(parsed.query), ...searchHints(parsed.query, knownTraits)].join(' ')}
            </p>
          )
        )}
      </div>
      {isWriting && (
        <Completions
          text={text}
          onTake={(next) => {
            setText(next)
            field.current?.focus()
          }}
        />
      )}
    </form>
  )
}

/** The search once more, with the wrong part marked. */
function Fault(fault: { text: string; position: number; length: number; sentence: string }) {
  const { text, position, length, sentence } = fault
  const end = position + Math.max(1, length)
  return (
    <div className={styles.fault}>
      <code dir="ltr">
        {text.slice(0, position)}
        <mark>{text.slice(position, end) || ' '}</mark>
        {text.slice(end)}
      </code>
      <p>{sentence}</p>
    </div>
  )
}

function Completions({ text, onTake }: { text: string; onTake: (text: string) => void }) {
  const { knownTraits } = useSearchOptions()
  const offers = completions(text, text.length, { knownTraits }).slice(0, completionsMax)
  if (text.trim() === '' || offers.length === 0) return null
  return (
    // Pressing one must not take the focus out of the field first.
    <div className={styles.offers} onPointerDown={(event) => event.preventDefault()}>
      {offers.map(({ from, to, insert, detail }) => (
        <button
          key={insert}
          type="button"
          className={styles.offer}
          title={detail}
          onClick={() => onTake(text.slice(0, from) + insert + text.slice(to))}
        >
          {insert}
        </button>
      ))}
    </div>
  )
}
