import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useMay } from '../../data/identity.ts'
import { useCompany } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Button } from '../../ui/parts.ts'
import { JobsPanel } from './jobs-panel.tsx'
import { PrintDialog } from './print-dialog.tsx'
import { PrintersPanel } from './printers-panel.tsx'
import type { Wanted } from './wanted.ts'
import { TemplatesPanel } from './templates-panel.tsx'

const route = getRouteApi('/c/$company/labels')

/** Labels: what was printed, with which templates and on which printers. */
export function LabelsPage() {
  const t = useText('labels')
  const company = useCompany()
  const wanted = route.useSearch()
  const navigate = useNavigate()
  const mayPrint = useMay('record', company)
  const setSearch = (search: Wanted) =>
    void navigate({ to: '/c/$company/labels', params: { company }, search, replace: true })
  const open = (
    <Button leftSection={<Printer aria-hidden />} onClick={() => setSearch({ print: '' })}>
      {t('print')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={mayPrint ? open : undefined}>
      <Columns>
        <Stack>
          <JobsPanel />
          <TemplatesPanel />
        </Stack>
        <PrintersPanel />
      </Columns>
      {Object.keys(wanted).length > 0 && mayPrint && (
        <PrintDialog wanted={wanted} onClose={() => setSearch({})} />
      )}
    </Page>
  )
}
