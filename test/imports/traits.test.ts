import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { showSubject } from '../../src/contract/subjects.ts'
import { showUnit } from '../../src/contract/units.ts'
import { clientOf } from '../support/client.ts'
import { accept, forEachStore } from '../support/stores.ts'
import { loadFile, newFile, newFolder, planFile } from './import-file.ts'

forEachStore('an import into traits with definitions', (open) => {
  it('tells dry which values do not fit, and brings the others into their form', async () => {
    const company = await open()
    const { ledger } = company
    const client = clientOf(company)
    const choices = ['S', 'M', 'Extra large']
    await accept(ledger, 'create_trait', { code: 'Frame_Size', type: 'choice', choices })
    const weight = { type: 'number', measure: 'kg', decimals: 1, min: 5 }
    await accept(ledger, 'create_trait', { code: 'weight', ...weight })
    await accept(ledger, 'create_trait', { code: 'model', of: ['units'] })
    const path = newFile(
      'bikes.csv',
      [
        'Model,Serial Number,Warehouse,Frame Size,Weight',
        'TOUR,B1,HQ,extra large,21.5',
        'TOUR,B2,HQ,XL,21.5',
        'TOUR,B3,HQ,s,2.5',
        'TOUR,B4,HQ,M,',
      ].join('\n'),
    )
    const plan = await planFile(client, { path })
    expect(plan.counts).toMatchObject({ newUnits: 2, refused: 2 })
    const message =
      'The trait Frame_Size takes one of S, M, Extra large, not XL. ' +
      'Correct the value, or the definition of Frame_Size.'
    expect(plan.refusals).toMatchObject([{ code: 'trait_unfit', message, count: 2, lines: [3, 4] }])
    const refusedPath = join(newFolder(), 'refused.csv')
    const { counts } = await loadFile(client, { path }, refusedPath)
    expect(counts).toMatchObject({ newUnits: 2, refused: 2 })
    const refused = readFileSync(refusedPath, 'utf8')
    expect(refused).toContain('not XL')
    expect(refused).toContain('a number of kg not below 5 with at most 1 digits after the point')
    const bike = await client.call(showUnit, { unit: 'B1' })
    expect(bike.traits).toEqual({ Frame_Size: 'Extra large', weight: 21.5 })
    const { subject } = await client.call(showSubject, { kind: 'item', code: 'TOUR' })
    expect(subject.data['traits']).toBe(undefined)
  })
})
