import { useId, useRef, useState, type SubmitEvent } from 'react'
import {
  completions,
  mended,
  sayQuery,
  searchHints,
  type ParseResult,
  type SearchError,
  type SearchQuery,
} from '../../../domain/search/index.ts'
import { listOf } from '../../../i18n/clause.ts'
import { useSaid } from '../../texts/say.ts'
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
          <Fault text={q} error={error} onSearch={onSearch} />
        ) : (
          parsed.ok && <Understood query={parsed.query} />
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

/** What the search finds, in words, and what it asks for that nothing should have. */
function Understood({ query }: { query: SearchQuery }) {
  const say = useSaid()
  const { knownTraits } = useSearchOptions()
  const parts = [sayQuery(query), ...searchHints(query, knownTraits)]
  return <p className={styles.sentence}>{say(listOf('sentence', parts))}</p>
}

/** The search once more, with the wrong part marked, and a way to what was probably meant. */
function Fault(props: { text: string; error: SearchError; onSearch: (q: string) => void }) {
  const { text, error, onSearch } = props
  const t = useText('find')
  const say = useSaid()
  const { position, length, said } = error
  const meant = mended(text, error)
  const end = position + Math.max(1, length)
  return (
    <div className={styles.fault}>
      <code dir="ltr">
        {text.slice(0, position)}
        <mark>{text.slice(position, end) || ' '}</mark>
        {text.slice(end)}
      </code>
      <p>{say(said)}</p>
      {meant !== null && (
        <Button variant="default" onClick={() => onSearch(meant)}>
          {t('searchMeant', { meant })}
        </Button>
      )}
    </div>
  )
}

function Completions({ text, onTake }: { text: string; onTake: (text: string) => void }) {
  const { knownTraits } = useSearchOptions()
  const say = useSaid()
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
          title={say(detail)}
          onClick={() => onTake(text.slice(0, from) + insert + text.slice(to))}
        >
          {insert}
        </button>
      ))}
    </div>
  )
}
