import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { unlockSound } from './feedback/sound.ts'
import { startTexts } from './texts/texts.ts'
import { keepFocus } from './ui/focus-keeper.ts'
import './ui/fonts.css'
import './ui/mantine.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/forced-colors.css'

for (const touch of ['pointerdown', 'keydown']) {
  document.addEventListener(touch, unlockSound, { capture: true, passive: true })
}
keepFocus()
await startTexts()
createRoot(document.querySelector('#app')!).render(<App />)
