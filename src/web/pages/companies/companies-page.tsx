import { Link } from '@tanstack/react-router'
import { PencilLine, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Company } from '../../../client/web-client.ts'
import { useCompanies } from '../../companies/use-companies.ts'
import { useMay, useSession } from '../../data/identity.ts'
import { useCompany } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { List, ListItem, Tag } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, IconButton } from '../../ui/parts.ts'
import { Answered } from '../../ui/states.tsx'
import { SettingsLink } from '../settings/settings-link.tsx'
import { DemoList } from './demo-list.tsx'
import { NewCompanyDialog, RenameDialog } from './name-dialogs.tsx'

/** The companies of the server, and the demo companies to look around in. */
export function CompaniesPage() {
  const t = useText('companies')
  const query = useCompanies()
  const { permissions } = useSession()
  const [isCreating, setCreating] = useState(false)
  const create = permissions.includes('administer') && (
    <Button leftSection={<Plus aria-hidden />} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  )
  return (
    <Page title={t('title')} over={<SettingsLink />} actions={create}>
      <Answered query={query}>
        {({ companies }) => (
          <>
            <Panel title={t('own')} flush>
              <List>
                {companies
                  .filter(({ demo }) => demo === null)
                  .map((one) => (
                    <CompanyItem key={one.company} one={one} />
                  ))}
              </List>
            </Panel>
            <DemoList companies={companies} />
          </>
        )}
      </Answered>
      {isCreating && <NewCompanyDialog onClose={() => setCreating(false)} />}
    </Page>
  )
}

function CompanyItem({ one }: { one: Company }) {
  const t = useText('companies')
  const isHere = useCompany() === one.company
  const mayRename = useMay('administer', one.company)
  const [isRenaming, setRenaming] = useState(false)
  return (
    <ListItem
      title={
        <Link to="/c/$company" params={{ company: one.company }}>
          <bdi>{one.name}</bdi>
        </Link>
      }
      detail={<bdi>{one.company}</bdi>}
      marks={
        <>
          {isHere && <Tag tone="accent">{t('here')}</Tag>}
          {one.isUsual && <Tag>{t('usual')}</Tag>}
        </>
      }
      actions={
        mayRename && (
          <>
            <IconButton label={`${t('rename')}: ${one.name}`} onClick={() => setRenaming(true)}>
              <PencilLine />
            </IconButton>
            {isRenaming && <RenameDialog one={one} onClose={() => setRenaming(false)} />}
          </>
        )
      }
    />
  )
}
