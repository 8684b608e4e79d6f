import { previewScheme } from '../../contract/schemes.ts'
import { handle, type Handler } from '../context.ts'
import { preview } from './preview-scheme.ts'

export const schemeRoutes: readonly Handler[] = [
  handle(previewScheme, async (input, { store, now }) => preview(store, input, now())),
]
