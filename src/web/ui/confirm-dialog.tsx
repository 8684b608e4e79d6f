import { useText } from '../texts/texts.ts'
import { Row, Stack } from './page.tsx'
import { Button, Modal } from './parts.ts'

/** Asks before something is done that cannot be taken back. */
export function ConfirmDialog({
  title,
  detail,
  action = title,
  isGrave = false,
  onConfirm,
  onClose,
}: {
  title: string
  detail: string
  /** Words of the button; the title where they are the same. */
  action?: string
  isGrave?: boolean
  onConfirm: () => void
  onClose: () => void
}) {
  const t = useText('common')
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack>
        <p>{detail}</p>
        <Row end>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            {...(isGrave && { color: 'refused' })}
            onClick={() => {
              onClose()
              onConfirm()
            }}
          >
            {action}
          </Button>
        </Row>
      </Stack>
    </Modal>
  )
}
