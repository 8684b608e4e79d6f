import type { ImportRun } from '../../client/web-client.ts'
import { useText } from '../texts/texts.ts'
import { Tag } from '../ui/list.tsx'

const tones = {
  running: 'accent',
  done: 'done',
  failed: 'refused',
  cancelled: 'needs',
  interrupted: 'needs',
  undone: 'plain',
} as const

/** How an import stands, in a word. */
export function StateTag({ state }: Pick<ImportRun, 'state'>) {
  const t = useText('imports')
  return <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
}
