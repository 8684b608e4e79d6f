import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Pencil, Plus, Printer } from 'lucide-react'
import { Fragment, useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { locationFields } from '../../subjects/fields.ts'
import { PlaceTree } from '../../subjects/place-tree.tsx'
import { searchFor } from '../../subjects/searches.ts'
import { SubjectForm } from '../../subjects/subject-form.tsx'
import { SubjectHistory } from '../../subjects/subject-history.tsx'
import { useMaySetUp } from '../../subjects/use-may-set-up.ts'
import { UnitCounts } from '../../subjects/unit-counts.tsx'
import { UnitList } from '../../subjects/unit-list.tsx'
import { useText } from '../../texts/texts.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { AnsweredPage } from '../../ui/answered-page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, IconButton } from '../../ui/parts.ts'
import { EmptyState } from '../../ui/states.tsx'

const route = getRouteApi('/c/$company/locations/$location')

/** One location: what lies in it, what stands in it, and where it lies itself. */
export function LocationPage() {
  const { location } = route.useParams()
  const tree = useOperation('listPlaces', { parent: location })
  return (
    <AnsweredPage query={tree} name={location}>
      {(shown) => <ShownLocation tree={shown} />}
    </AnsweredPage>
  )
}

function ShownLocation({ tree }: { tree: Outputs['listPlaces'] }) {
  const t = useText('things')
  const maySetUp = useMaySetUp('location')
  const [asked, ask] = useState<'change' | 'create'>()
  const { code, name, kind } = tree.place!
  const subject = useOperation('showSubject', { kind: 'location', code })
  const units = searchFor('loc', code)
  return (
    <Page
      title={name ?? code}
      over={<PlacePath path={tree.path} kind={kind} />}
      {...(name !== null && name !== code && { heading: `${code} · ${name}` })}
      actions={
        <>
          <PrintButton code={code} />
          {maySetUp && (
            <Button
              variant="default"
              leftSection={<Pencil aria-hidden />}
              onClick={() => ask('change')}
            >
              {t('change')}
            </Button>
          )}
        </>
      }
    >
      <Columns>
        <Stack>
          <Panel title={t('stockHere')}>
            <UnitCounts query={units} />
          </Panel>
          <UnitList title={t('units')} query={units} shared={{ place: code }} />
        </Stack>
        <Stack>
          <Panel
            title={t('locationsWithin')}
            flush
            actions={
              maySetUp && (
                <IconButton label={t('newInside')} onClick={() => ask('create')}>
                  <Plus aria-hidden />
                </IconButton>
              )
            }
          >
            {tree.places.length === 0 ? (
              <EmptyState title={t('noLocationsWithin')} detail={t('noLocationsWithinDetail')} />
            ) : (
              <PlaceTree places={tree.places} />
            )}
          </Panel>
          {subject.data && <SubjectHistory {...subject.data} />}
        </Stack>
      </Columns>
      {asked && <LocationForm asked={asked} tree={tree} onClose={() => ask(undefined)} />}
    </Page>
  )
}

/** Leads to the printing of a label for the shelf or bin. */
function PrintButton({ code }: { code: string }) {
  const t = useText('things')
  const { company } = route.useParams()
  const navigate = useNavigate()
  const search = { places: code }
  return (
    <Button
      variant="default"
      leftSection={<Printer aria-hidden />}
      onClick={() => void navigate({ to: '/c/$company/labels', params: { company }, search })}
    >
      {t('printLabel')}
    </Button>
  )
}

/** Changes the location, or makes one within it. */
function LocationForm({
  asked,
  tree: { place, path },
  onClose,
}: {
  asked: 'change' | 'create'
  tree: Outputs['listPlaces']
  onClose: () => void
}) {
  const t = useText('things')
  const { company } = route.useParams()
  const navigate = useNavigate()
  const { code } = place!
  const { data } = useOperation('showSubject', { kind: 'location', code })
  const open = (location: string) =>
    void navigate({ to: '/c/$company/locations/$location', params: { company, location } })
  if (asked === 'create') {
    return (
      <SubjectForm
        kind="location"
        title={t('newInside')}
        fields={locationFields(t).filter(({ name }) => name !== 'parent')}
        given={{ parent: code }}
        onClose={onClose}
        onDone={open}
      />
    )
  }
  if (!data) return null
  const parent = path.at(-1)?.code
  const subject = { ...data.subject, data: { ...data.subject.data, ...(parent && { parent }) } }
  return (
    <SubjectForm
      kind="location"
      title={t('changeLocation')}
      fields={locationFields(t)}
      subject={subject}
      onClose={onClose}
      onDone={open}
    />
  )
}

/** The way down to a location, each step a link. */
function PlacePath({ path, kind }: { path: Outputs['listPlaces']['path']; kind: string | null }) {
  const t = useText('things')
  const { company } = route.useParams()
  return (
    <>
      <Link to="/c/$company/locations" params={{ company }}>
        {t('locations')}
      </Link>
      {path.map(({ id, code }) => (
        <Fragment key={id}>
          {' › '}
          <Link to="/c/$company/locations/$location" params={{ company, location: code }}>
            {code}
          </Link>
        </Fragment>
      ))}
      {kind !== null && ` · ${t(`placeKinds.${kind as 'aisle'}`)}`}
    </>
  )
}
