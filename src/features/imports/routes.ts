import { loadImport, planImport, undoImport } from '../../contract/imports.ts'
import { handleStream, type Handler } from '../context.ts'
import { load } from './load.ts'
import { plan } from './plan.ts'
import { undo } from './undo.ts'

export const importRoutes: readonly Handler[] = [
  handleStream(planImport, plan),
  handleStream(loadImport, load),
  handleStream(undoImport, undo),
]
