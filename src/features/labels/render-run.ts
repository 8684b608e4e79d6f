import { mkdir, mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { renderLabels as renderLabelsOperation } from '../../contract/labels.ts'
import { isRefused } from '../../label/index.ts'
import type { Context } from '../context.ts'
import { findLabelSubjects } from './label-subjects.ts'
import { renderLabels, type LabelFinding } from './output/render-labels.ts'
import { renderInPool } from './output/render-pool.ts'
import { findTemplate, refuseLabel, refuseStart } from './templates.ts'
import { usualTemplate } from './usual-template.ts'

type Input = z.output<(typeof renderLabelsOperation)['input']>

/** How far a run of labels is. */
export interface RunProgress {
  readonly done: number
  readonly total: number
  readonly warnings: readonly LabelFinding[]
}

/** What a finished run wrote. */
export interface RenderedRun {
  readonly name: string
  readonly mediaType: string
  readonly total: number
  /** Where each file ends in what was written; one file, except for pictures. */
  readonly ends: readonly number[]
  bytes(from: number, to: number): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

const mediaTypes = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  png: 'image/png',
  zpl: 'application/zpl',
} as const

/** Dots an inch where nobody says: what office printers, and most label printers, can do. */
const usualDpi = { pdf: 600, svg: 600, png: 300, zpl: 203 } as const

/** Warnings that are told of one run; more would be the same again. */
const warningsMax = 20

/**
 * Makes the labels that are asked for. They go into a file aside until the last of them was read
 * back: nothing is released of a run in which one label is wrong.
 */
export async function* renderRun(
  context: Context,
  input: Input,
): AsyncGenerator<RunProgress, RenderedRun> {
  const { format, startAt, darkness } = input
  const subjects = await findLabelSubjects(context, input)
  const { total, data } = subjects
  const name = input.template ?? (await usualTemplate(context.store, subjects))
  const { template } = await findTemplate(context, name)
  refuseStart(template, startAt)
  await mkdir(context.folder, { recursive: true })
  const folder = await mkdtemp(join(context.folder, 'labels-'))
  const file = await open(join(folder, 'labels'), 'w+')
  const close = async () => {
    await file.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const dpi = input.dpi ?? usualDpi[format]
    const ends: number[] = []
    let written = 0
    let done = 0
    let warned = 0
    const run = { template, dpi, format, startAt, darkness, labels: data() }
    for await (const piece of renderLabels(run, renderInPool)) {
      if (isRefused(piece.findings)) refusePiece(piece.findings)
      for (const bytes of piece.bytes) {
        await file.writeFile(bytes)
        written += bytes.length
        if (format === 'svg' || format === 'png') ends.push(written)
      }
      done += piece.labels
      const warnings = piece.findings.slice(0, Math.max(0, warningsMax - warned))
      warned += warnings.length
      context.signal?.throwIfAborted()
      yield { done, total, warnings }
    }
    if (ends.length === 0) ends.push(written)
    return {
      name: `labels.${format}`,
      mediaType: mediaTypes[format],
      total,
      ends,
      bytes: (from, to) => readPart(file, from, to),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function refusePiece(findings: readonly LabelFinding[]): never {
  const first = findings.find(({ level }) => level === 'error')!
  const own = findings.filter(({ level, label }) => level === 'error' && label === first.label)
  return refuseLabel(first.label, own)
}

async function* readPart(file: FileHandle, from: number, to: number): AsyncIterable<Uint8Array> {
  const size = 256 * 1024
  for (let at = from; at < to;) {
    const buffer = Buffer.alloc(Math.min(size, to - at))
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}
