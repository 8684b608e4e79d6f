import { Camera } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { loadTexts, useText } from '../../texts/texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './camera-button.module.css'

/** The camera is loaded when somebody first wants it. */
const CameraDialog = lazy(async () => {
  const [{ CameraDialog }] = await Promise.all([import('./camera-dialog.tsx'), loadTexts('camera')])
  return { default: CameraDialog }
})

/** Opens the camera as a scanner. */
export function CameraButton() {
  const t = useText('shell')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton className={styles.button} label={t('box.camera')} onClick={() => setOpen(true)}>
        <Camera aria-hidden />
      </IconButton>
      {isOpen && (
        <Suspense>
          <CameraDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
