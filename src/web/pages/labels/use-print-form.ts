import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { useAsk } from '../../data/ask.ts'
import { useOperation } from '../../data/operations.ts'
import { useClient, useCompany } from '../../data/session.ts'
import type { Wanted } from './wanted.ts'
import { useFields } from './use-fields.ts'

/** What labels can be made for: units that are chosen or found, places, units that are announced. */
export type Source = 'chosen' | 'units' | 'places' | 'blanks'

/** Stands for "no printer, but a file". */
export const asPdf = ''

/** Stands for "the template that the item names". */
export const asItems = ''

const first = ({ print = '', units, places }: Wanted) => ({
  printer: undefined as string | undefined,
  template: asItems as string,
  source: (units ? 'chosen' : places ? 'places' : 'units') as Source,
  query: print,
  places: places ?? '',
  item: '',
  count: '10',
  copies: '1',
  startAt: '1',
})

/** The form that asks which labels on which printer, and what comes of it. */
export function usePrintForm(wanted: Wanted) {
  const company = useCompany()
  const client = useClient()
  const navigate = useNavigate()
  const { ask, problem, isAsking } = useAsk()
  // Made once: sent again after a lost answer, it is the same job.
  const [id] = useState(uuidv7)
  const { fields, set, input } = useFields(first(wanted), problem)
  const { data: { templates } = { templates: [] } } = useOperation('listLabelTemplates', {})
  const { data: { printers } = { printers: [] } } = useOperation('listPrinters', {})
  const printer = fields.printer ?? printers[0]?.name ?? asPdf
  const isPdf = printer === asPdf
  // Blanks are announced when their job is made, so they need a printer.
  const source = isPdf && fields.source === 'blanks' ? 'units' : fields.source
  const { template } = fields
  const query = fields.query.trim()
  const { units = '' } = wanted
  const found = useFound(source === 'units' ? query : '')
  const firstUnit = source === 'chosen' ? Number.parseInt(units, 10) : found?.first
  const sources: Source[] = ['units', 'places', ...(isPdf ? [] : (['blanks'] as const))]
  if (units !== '') sources.unshift('chosen')
  const getsPages = isPdf || printers.some(({ name, kind }) => name === printer && kind === 'ipp')
  const hasStart =
    getsPages && templates.some((one) => one.name === template && one.labelsPerSheet !== null)
  const subject = {
    chosen: { units },
    units: { query },
    places: { locations: fields.places },
    blanks: { blanks: { item: fields.item.trim(), count: Number(fields.count) } },
  }[source]
  const run = {
    ...(template !== asItems && { template }),
    copies: Number(fields.copies),
    startAt: hasStart ? Number(fields.startAt) : 1,
    ...subject,
  }
  const file = client.address('downloadLabels', run)
  const print = async () => {
    if (isPdf) {
      window.open(file, '_blank', 'noopener')
      return
    }
    const job = await ask('createLabelJob', { id, printer, ...run })
    if (job) void navigate({ to: '/c/$company/labels/jobs/$job', params: { company, job: job.id } })
  }
  const lists = { sources, printers, templates }
  const shown = { ...lists, printer, source, isPdf, hasStart, found: found?.count, firstUnit }
  return { fields, set, input, print, problem, isAsking, ...shown }
}

export type PrintForm = ReturnType<typeof usePrintForm>

/** How many units a search finds, and one of them, as soon as its writer rests. */
function useFound(query: string): { count: number; first: number | undefined } | undefined {
  const rested = useDeferredValue(query)
  const options = { enabled: rested !== '', keepsFormer: true }
  const count = useOperation('countUnits', { query: rested }, options).data?.total
  const units = useOperation('searchUnits', { query: rested, limit: 1 }, options).data?.units
  return count === undefined ? undefined : { count, first: units?.[0]?.id }
}
