import { useText } from '../../texts/texts.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { Row, Stack } from '../../ui/page.tsx'
import { Button, Modal } from '../../ui/parts.ts'
import { useTimeWords } from '../../ui/time-text.tsx'

/** A one-time link, to be sent to a person. */
export interface ShownLink {
  readonly name: string
  readonly link: string
  readonly expires: string
}

/** Shows a one-time link, once. */
export function LinkDialog({ shown, onClose }: { shown: ShownLink; onClose: () => void }) {
  const t = useText('access')
  const time = useTimeWords()(shown.expires, 'short')
  return (
    <Modal opened onClose={onClose} title={t('link.title', { name: shown.name })} size="lg">
      <Stack>
        <p>{t('link.detail', { time })}</p>
        <CopyField label={t('link.link')} value={shown.link} />
        <Row end>
          <Button onClick={onClose}>{t('done')}</Button>
        </Row>
      </Stack>
    </Modal>
  )
}
