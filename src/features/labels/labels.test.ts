import { expect, it } from 'vitest'
import { clientOf, linesOf } from '../../../test/support/client.ts'
import { makeDrives } from '../../../test/support/labels.ts'
import { accept, forEachStore } from '../../../test/support/stores.ts'
import {
  downloadLabels,
  listLabelTemplates,
  previewLabel,
  renderLabels,
  saveLabelSettings,
  saveLabelTemplate,
  showLabelTemplate,
} from '../../contract/labels.ts'
import { readyTemplates } from '../../label/index.ts'

forEachStore('labels', (open) => {
  it('of units are rendered, read back and handed out as files', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await makeDrives(opened, 45)
    const input = { template: 'unit-51x25', query: 'item:DRIVE' }
    const lines = await linesOf(client.stream(renderLabels, input))
    expect(lines.at(-1)).toMatchObject({ done: 45, total: 45 })
    const parts = lines.flatMap(({ file }) => (file ? Buffer.from(file.bytes, 'base64') : []))
    const pdf = Buffer.concat(parts).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(45)
    const { bytes, mediaType } = await client.file(downloadLabels, { ...input, format: 'zpl' })
    const zpl = Buffer.concat(await linesOf(bytes as AsyncIterable<Uint8Array>)).toString()
    expect(zpl.match(/\^XZ/g)).toHaveLength(45)
    expect(zpl).toContain('0109506000134352')
    expect(mediaType).toBe('application/zpl')
    await client.call(saveLabelSettings, { companyName: 'Works', linkStem: 'https://id.x.org' })
    const shelf = { template: 'shelf-100x38', locations: 'hq', format: 'zpl' as const }
    expect(await client.file(downloadLabels, shelf)).toMatchObject({ name: 'labels.zpl' })
    await expect(client.file(downloadLabels, { ...shelf, locations: 'X' })).rejects.toThrow(
      'There is no location X',
    )
    await expect(client.file(downloadLabels, { template: 'unit-51x25' })).rejects.toThrow(
      'Say which labels',
    )
  })

  it('have the template of their item where nobody asks for another', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await makeDrives(opened, 2)
    const widths = async (input: object) => {
      const { bytes } = await client.file(downloadLabels, { format: 'zpl', ...input })
      const zpl = Buffer.concat(await linesOf(bytes as AsyncIterable<Uint8Array>)).toString()
      return [...zpl.matchAll(/\^PW(\d+)/g)].map(([, dots]) => Number(dots))
    }
    expect(await widths({ units: '1-2' })).toEqual([406, 406])
    expect(await widths({ locations: 'HQ' })).toEqual([799])
    const set = { labelTemplate: 'unit-57x32' }
    await accept(opened.ledger, 'change_item', { code: 'DRIVE', set })
    expect(await widths({ units: '1-2' })).toEqual([457, 457])
    await accept(opened.ledger, 'create_item', { code: 'CABLE', scheme: 'C{seq:3}' })
    await accept(opened.ledger, 'commission', { item: 'CABLE', count: 1, location: 'HQ' })
    await expect(widths({ units: '1-3' })).rejects.toThrow(
      'different labels: unit-51x25, unit-57x32',
    )
    await expect(widths({ units: '1-4' })).rejects.toThrow('There is no unit #4')
    await expect(widths({ units: '1', startAt: 3 })).rejects.toThrow('unit-57x32 is no sheet')
  })

  it('of which one cannot be made are not handed out at all, and the reason is said', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await makeDrives(opened, 2)
    const entries = [{ serial: 'Straße ÄÖ' }]
    await accept(opened.ledger, 'commission', { item: 'DRIVE', entries, location: 'HQ' })
    await expect(
      client.file(downloadLabels, { template: 'unit-51x25', query: 'item:DRIVE' }),
    ).rejects.toMatchObject({ problem: { type: 'label_refused', status: 422 } })
  })

  it('have templates that are checked, saved, shown and previewed with a unit', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await makeDrives(opened, 1)
    const own = { ...readyTemplates[0]!, title: 'Ours' }
    await client.call(saveLabelTemplate, { template: own })
    expect(await client.call(showLabelTemplate, { template: own.name })).toMatchObject({
      isReady: false,
      template: { title: 'Ours' },
    })
    const { templates } = await client.call(listLabelTemplates, {})
    expect(templates).toHaveLength(readyTemplates.length)
    await expect(
      client.call(saveLabelTemplate, { template: { ...own, width: 1 } }),
    ).rejects.toThrow('Element 1 (code): It reaches to')
    const preview = { template: own.name, unit: 1, dpi: 203 }
    const shown = await client.call(previewLabel, preview)
    expect(shown.svg).toContain('<svg')
    expect(shown).toMatchObject({ findings: [] })
    await accept(opened.ledger, 'change_item', { code: 'DRIVE', set: { labelTemplate: own.name } })
    expect(await client.call(previewLabel, { unit: 1, dpi: 203 })).toEqual(shown)
    const weight = { code: 'weight', type: 'number', measure: 'kg' }
    await accept(opened.ledger, 'create_trait', weight)
    await accept(opened.ledger, 'change', { units: [1], traits: { Weight: 2.5 } })
    const drawn = async (text: string) => {
      const element = { type: 'text', x: 2, y: 2, width: 40, height: 5, text, size: 3 }
      const size = { width: 50, height: 25, elements: [element] }
      const template = { name: 'weighed', title: 'Weighed', ...size }
      const { svg } = await client.call(previewLabel, { template, unit: 1, dpi: 203 })
      return svg
    }
    expect(await drawn('{trait.weight}')).toBe(await drawn('2.5 kg'))
    const wrong = await client.call(previewLabel, { template: { name: 'x' } })
    expect(wrong).toMatchObject({ svg: null, findings: [{ level: 'error' }, {}, {}, {}] })
  })
})
