import type { ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../texts/texts.ts'
import { Button } from './parts.ts'
import styles from './dialog-end.module.css'

/** The end of a dialog's form: the way out, and the button that does what was asked. */
export function DialogEnd({
  action,
  onClose,
  children,
  ...send
}: {
  /** Words of the button that sends the form; "Save" when absent. */
  action?: string | undefined
  onClose: () => void
  /** What else can be done, in front. */
  children?: ReactNode
} & Pick<ButtonProps, 'color' | 'disabled' | 'loading'>) {
  const t = useText('common')
  return (
    <div className={styles.end}>
      {children}
      <Button variant="default" onClick={onClose}>
        {t('cancel')}
      </Button>
      <Button type="submit" {...send}>
        {action ?? t('save')}
      </Button>
    </div>
  )
}
