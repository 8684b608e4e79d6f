import type { LabelTools } from '../../../label/index.ts'
import { encodeSymbol } from './encode-symbol.ts'
import { loadFonts } from './fonts.ts'
import { readPicture } from './read-picture.ts'

/** What the layout of labels needs, on a server. */
export const labelTools = (): LabelTools => ({ fonts: loadFonts(), encodeSymbol, readPicture })
