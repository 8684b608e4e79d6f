import { createReadStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import {
  cancelImport,
  downloadRefusedRows,
  listImports,
  loadImport,
  planImport,
  showImport,
  undoImport,
  uploadFile,
} from '../../contract/imports.ts'
import { failWith } from '../../contract/problem.ts'
import { handle, handleFile, handleStream, type Context, type Handler } from '../context.ts'
import { load } from './load.ts'
import { plan } from './plan.ts'
import { cancelRun, followRun, listRuns, markUndone, showRun } from './runs.ts'
import { undo } from './undo.ts'
import {
  dropUpload,
  keepUpload,
  makeRefusedFolder,
  refusedRowsPath,
  uploadedPath,
} from './uploads.ts'

export const importRoutes: readonly Handler[] = [
  handle(uploadFile, ({ name, body }, context) => keepUpload(name, body, context)),
  handleStream(planImport, async function* (input, context) {
    yield* plan({ ...input, path: await fileOf(input, context) }, context)
  }),
  handleStream(loadImport, loadFile),
  handleStream(undoImport, async function* (input, context) {
    let isWhole = true
    for await (const line of undo(input, context)) {
      isWhole &&= line.refused.length === 0
      yield line
    }
    if (isWhole) await markUndone(input.batch, context)
  }),
  handle(listImports, listRuns),
  handle(showImport, ({ run }, context) => showRun(run, context)),
  handle(cancelImport, ({ run }, context) => cancelRun(run, context)),
  handleFile(downloadRefusedRows, async ({ run }, context) => {
    const { file } = await showRun(run, context)
    const path = refusedRowsPath(context.folder, run)
    if (!existsSync(path)) failWith('not_found.refused_rows', {}, 'run')
    const name = `${file.replace(/\.\w+$/, '')}.refused.csv`
    return { name, mediaType: 'text/csv', bytes: createReadStream(path) }
  }),
]

/** Where the file of an import is. A path is for who can open it without being asked. */
async function fileOf(
  { upload, path }: Pick<z.output<typeof planImport.input>, 'upload' | 'path'>,
  { folder, access }: Context,
): Promise<string> {
  if (upload !== undefined) return uploadedPath(folder, upload)
  if (path === undefined) return failWith('input_invalid.upload', {}, 'upload')
  if (access.as === 'machine') return path
  return failWith('local_only.path', {}, 'path')
}

async function* loadFile(
  input: z.output<typeof loadImport.input>,
  context: Context,
): AsyncIterable<z.input<typeof loadImport.output>> {
  const { folder, access } = context
  const path = await fileOf(input, context)
  if (input.refusedPath !== undefined && access.as !== 'machine') {
    failWith('local_only.refused_path', {}, 'refusedPath')
  }
  const run = uuidv7()
  const refusedPath = input.refusedPath ?? refusedRowsPath(folder, run)
  if (input.refusedPath === undefined) await makeRefusedFolder(folder)
  const lines = load({ ...input, path, refusedPath }, context)
  for await (const line of followRun(run, basename(path), lines, context)) {
    const { result } = line
    // Where the server keeps its files concerns nobody who has to download them.
    const shown = input.refusedPath === undefined ? null : (result?.refusedPath ?? null)
    yield { ...line, ...(result && { result: { ...result, refusedPath: shown } }) }
  }
  if (input.upload !== undefined) await dropUpload(folder, input.upload)
}
