import { useRef, type ReactNode } from 'react'
import { useText } from '../../texts/texts.ts'
import { Button, Textarea } from '../../ui/parts.ts'
import styles from './schemes.module.css'
import { useSaid } from '../../texts/say.ts'
import type { Outputs } from '../../../client/web-client.ts'

/** What can be put into a pattern with a touch. */
const blocks = [
  ['item', '{item.code}'],
  ['site', '{site}'],
  ['lot', '{lot}'],
  ['order', '{order}'],
  ['week', '{YY}{WW}'],
  ['day', '{YY}{JJJ}'],
  ['seq', '{seq:5}'],
  ['random', '{random:8}'],
  ['check', '{check}'],
] as const

const presets = [
  ['plain', '{seq:6}'],
  ['itemWeek', '{item.code}-{YY}{WW}-{seq:5}'],
  ['siteWeek', '{item.code}-{site}-{YY}{WW}-{seq:5}{check}'],
  ['lot', '{lot}-{seq:3}'],
  ['random', '{random:8}{check}'],
  ['asset', 'SN{seq:6}{check}'],
] as const

/**
 * The pattern being written: its parts at hand, and what is wrong with it where it is wrong. It is
 * one line, which wraps on a phone so that all of it is seen.
 */
export function PatternField({
  pattern,
  error,
  onChange,
}: {
  pattern: string
  error: Outputs['previewScheme']['error']
  onChange: (pattern: string) => void
}) {
  const t = useText('schemes')
  const say = useSaid()
  const { field, insert } = useInsert(pattern, onChange)
  return (
    <div className={styles.field}>
      <Textarea
        ref={field}
        autosize
        label={t('pattern')}
        description={t('patternHint')}
        classNames={{ input: styles.pattern! }}
        value={pattern}
        maxLength={300}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        dir="ltr"
        error={error ? say(error.said, error.message) : undefined}
        onChange={({ currentTarget: { value } }) => onChange(value.replaceAll(/[\r\n]/g, ''))}
      />
      {error && error.position !== null && <Pointed pattern={pattern} at={error.position} />}
      {pattern.trim() === '' ? (
        <Chips label={t('patternEmpty')} isShown>
          {presets.map(([name, text]) => (
            <Button key={name} variant="default" onClick={() => onChange(text)}>
              {t(`presets.${name}`)}
            </Button>
          ))}
        </Chips>
      ) : (
        <Chips label={t('insert')}>
          {blocks.map(([name, text]) => (
            <Button
              key={name}
              variant="default"
              size="compact-md"
              className={styles.chip}
              onClick={() => insert(text)}
            >
              {t(`blocks.${name}`)}
            </Button>
          ))}
        </Chips>
      )}
    </div>
  )
}

/** Puts a text in at the caret of a field, which keeps the focus behind it. */
function useInsert(text: string, onChange: (text: string) => void) {
  const field = useRef<HTMLTextAreaElement>(null)
  const insert = (part: string) => {
    const { selectionStart, selectionEnd } = field.current!
    const start = selectionStart ?? text.length
    onChange(text.slice(0, start) + part + text.slice(selectionEnd ?? start))
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(start + part.length, start + part.length)
    })
  }
  return { field, insert }
}

/** Buttons that belong together; what they are is read aloud, and shown where it must be said. */
const Chips = ({
  label,
  isShown = false,
  children,
}: {
  label: string
  isShown?: boolean
  children: ReactNode
}) => (
  <div className={styles.chips} role="group" aria-label={label}>
    {isShown && <p className={styles.hint}>{label}</p>}
    {children}
  </div>
)

/** The pattern with a mark under the character that is wrong. */
const Pointed = ({ pattern, at }: { pattern: string; at: number }) => (
  <div className={styles.pointed} dir="ltr" aria-hidden>
    {pattern.slice(0, at)}
    <mark>{pattern.slice(at, at + 1) || '\u00a0'}</mark>
    {pattern.slice(at + 1)}
  </div>
)
