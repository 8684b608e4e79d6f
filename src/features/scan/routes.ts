import { resolveScan } from '../../contract/scan.ts'
import { handle, type Handler } from '../context.ts'
import { resolve } from './resolve-scan.ts'

export const scanRoutes: readonly Handler[] = [
  handle(resolveScan, ({ code }, context) => resolve(context, code)),
]
