import { useText } from '../../texts/texts.ts'
import type { Change } from './design.ts'

/** Takes a picture from a file. */
export function PictureField({ onChange }: { onChange: Change }) {
  const t = useText('labels')
  const read = (file: File | undefined) => {
    if (!file) return
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      onChange({ png: reader.result, path: undefined, space: undefined })
    })
    reader.readAsDataURL(file)
  }
  return (
    <label data-wide>
      {t('designer.picture')}{' '}
      <input
        type="file"
        accept="image/png"
        onChange={({ currentTarget: { files } }) => read(files?.[0])}
      />
    </label>
  )
}
