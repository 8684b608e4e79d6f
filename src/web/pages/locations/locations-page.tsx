import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { PlaceSummary } from '../../../client/web-client.ts'
import { useCompany } from '../../data/session.ts'
import { useOperation } from '../../data/operations.ts'
import { locationFields } from '../../subjects/fields.ts'
import { isElsewhere } from '../../subjects/known-location.ts'
import { PlaceTree } from '../../subjects/place-tree.tsx'
import { SubjectForm } from '../../subjects/subject-form.tsx'
import { useMaySetUp } from '../../subjects/use-may-set-up.ts'
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
  const maySetUp = useMaySetUp('location')
  const [isCreating, setCreating] = useState(false)
  const query = useOperation('listPlaces', {})
  return (
    <Page
      title={t('locations')}
      actions={
        maySetUp && (
          <Button leftSection={<Plus aria-hidden />} onClick={() => setCreating(true)}>
            {t('newLocation')}
          </Button>
        )
      }
    >
      <Panel flush>
        <Answered query={query}>
          {({ places }) => <PlaceTree places={places.filter((one) => !isOfOthers(one))} />}
        </Answered>
      </Panel>
      <PlacesOfOthers places={query.data?.places.filter(isOfOthers) ?? []} />
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

const kindsOfOthers: readonly (string | null)[] = ['supplier', 'customer', 'carrier']

/** Where things are with suppliers, customers and carriers, or nobody knows where. */
const isOfOthers = ({ kind, code }: PlaceSummary): boolean =>
  kindsOfOthers.includes(kind) || isElsewhere(code)

/** What is far away stands below what one can walk to. */
function PlacesOfOthers({ places }: { places: readonly PlaceSummary[] }) {
  const t = useText('things')
  const shown = places.filter(({ code, units }) => !isElsewhere(code) || units > 0)
  if (shown.length === 0) return null
  return (
    <Panel title={t('placesOfOthers')} flush>
      <PlaceTree places={shown} />
    </Panel>
  )
}
