import { join } from 'node:path'
import { root } from '../tools.ts'

/** Sources of the web app. */
export const webPath = join(root, 'src/web')

/** The web app as it is served. */
export const builtPath = join(root, 'dist/web')
