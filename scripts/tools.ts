import { dirname, join } from 'node:path'

/** The folder of the repository. */
export const root = dirname(import.meta.dirname)

/** The program that an installed package brings, to be started with this very Node. */
export function binaryPath(name: string): string {
  return join(root, 'node_modules', '.bin', name)
}
