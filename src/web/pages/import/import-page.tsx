import { getRouteApi, Link } from '@tanstack/react-router'
import { ChooseFile } from '../../imports/choose-file.tsx'
import { useCompany } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { Page } from '../../ui/page.tsx'
import { ImportFile } from './import-file.tsx'

const route = getRouteApi('/c/$company/import')

/** Brings a file in: choose it, say what its columns mean, see what would happen, load it. */
export function ImportPage() {
  const t = useText('imports')
  const company = useCompany()
  const { upload, name = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const back = (
    <Link to="/c/$company/imports" params={{ company }}>
      {t('title')}
    </Link>
  )
  return (
    <Page title={name === '' ? t('importTitle') : name} over={back} wide={upload !== undefined}>
      {upload === undefined ? (
        <ChooseFile
          onDone={(done) => void navigate({ search: { upload: done.upload, name: done.name } })}
        />
      ) : (
        <ImportFile key={upload} upload={upload} name={name} />
      )}
    </Page>
  )
}
