import { DisplayButton } from './display-button.tsx'
import { whenWanted } from './when-wanted.tsx'

/** Colours, contrast, sounds and language. */
export const DisplayMenu = whenWanted(
  'dialog',
  DisplayButton,
  async () => (await import('./display-settings.tsx')).DisplayDialog,
)
