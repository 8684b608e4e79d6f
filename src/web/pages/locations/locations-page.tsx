import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useCompany } from '../../data/session.ts'
import { useOperation } from '../../data/operations.ts'
import { locationFields } from '../../subjects/fields.ts'
import { PlaceTree } from '../../subjects/place-tree.tsx'
import { SubjectForm } from '../../subjects/subject-form.tsx'
import { useText } from '../../texts/texts.ts'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { Answered } from '../../ui/states.tsx'

/** The tree of places, from the sites down, with what stands in each. */
export function LocationsPage() {
  const t = useText('things')
  const company = useCompany()
  const navigate = useNavigate()
  const [isCreating, setCreating] = useState(false)
  const query = useOperation('listPlaces', {})
  return (
    <Page
      title={t('locations')}
      actions={
        <Button leftSection={<Plus aria-hidden />} onClick={() => setCreating(true)}>
          {t('newLocation')}
        </Button>
      }
    >
      <Panel flush>
        <Answered query={query}>{({ places }) => <PlaceTree places={places} />}</Answered>
      </Panel>
      {isCreating && (
        <SubjectForm
          kind="location"
          title={t('newLocation')}
          fields={locationFields(t)}
          onClose={() => setCreating(false)}
          onDone={(location) =>
            void navigate({ to: '/c/$company/locations/$location', params: { company, location } })
          }
        />
      )}
    </Page>
  )
}
