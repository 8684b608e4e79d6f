import { describe, expect, it } from 'vitest'
import { readyTemplates, sampleData } from '../../../label/index.ts'
import { renderLabels } from './render-labels.ts'
import { renderInPool } from './render-pool.ts'

describe('documents', () => {
  const template = readyTemplates.find(({ name }) => name === 'avery-5160')!
  const some = (count: number) => [
    Array.from({ length: count }, (_, index) => ({ ...sampleData, serial: `S-${1000 + index}` })),
  ]
  const collect = async (startAt: number, count: number, data = some(count)) => {
    const run = { template, dpi: 300, format: 'pdf' as const, startAt, labels: data }
    const chunks: Uint8Array[] = []
    const findings = []
    for await (const piece of renderLabels(run, renderInPool)) {
      chunks.push(...piece.bytes)
      findings.push(...piece.findings)
    }
    return { text: Buffer.concat(chunks).toString('latin1'), findings }
  }

  it('have pages in exact millimetres, and begin at any label of a sheet', async () => {
    const { text } = await collect(1, 31)
    expect(text).toContain('/MediaBox [0 0 612.0000 792.0000]')
    expect(text).toContain('/PrintScaling /None')
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2)
    expect((await collect(30, 2)).text.match(/\/Type \/Page\b/g)).toHaveLength(2)
    expect(text.endsWith('%%EOF\n')).toBe(true)
    const start = Number(/startxref\n(\d+)/.exec(text)![1])
    expect(text.slice(start, start + 4)).toBe('xref')
  })

  it('release nothing of a run with a label that cannot be read or made', async () => {
    const data = some(3)
    data[0]![1] = { ...sampleData, serial: 'A\u202eB' }
    const { text, findings } = await collect(1, 3, data)
    expect(findings[0]).toMatchObject({ label: 2, code: 'hidden_character', level: 'error' })
    expect(new Set(findings.map(({ label }) => label))).toEqual(new Set([2]))
    expect(text).toBe('')
  })
})
