import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../texts/texts.ts'
import { Button, TextInput } from './parts.ts'
import styles from './copy-field.module.css'

/** A text that somebody takes with them: selected by a click, copied by the button. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useText('common')
  const [isCopied, setCopied] = useState(false)
  const clipboard = (navigator as Partial<Navigator>).clipboard
  const copy = async () => {
    await clipboard?.writeText(value)
    setCopied(true)
  }
  return (
    <div className={styles.field}>
      <TextInput
        label={label}
        value={value}
        readOnly
        classNames={{ input: styles.value! }}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      {/* Browsers let pages copy on HTTPS and on this machine only. */}
      {clipboard && (
        <Button
          variant="default"
          leftSection={<Copy aria-hidden />}
          onClick={() => void copy()}
          aria-live="polite"
        >
          {t(isCopied ? 'copied' : 'copy')}
        </Button>
      )}
    </div>
  )
}
