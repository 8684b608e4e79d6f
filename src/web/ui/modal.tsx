import { Modal as Plain, type ModalProps } from '@mantine/core'
import { useText } from '../texts/texts.ts'

/** A dialog over the page, with a way out that has its words. */
export function Modal(properties: ModalProps) {
  const t = useText('common')
  return <Plain closeButtonProps={{ 'aria-label': t('close') }} {...properties} />
}
