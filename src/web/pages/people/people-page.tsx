import { IdCard, Link2, Pencil, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { Person } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { useCompanyName } from '../../companies/use-companies.ts'
import { useSession } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { useText } from '../../texts/texts.ts'
import { List, ListItem, Tag } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, IconButton } from '../../ui/parts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Answered } from '../../ui/states.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { Complaint } from '../door/door.tsx'
import { SettingsLink } from '../settings/settings-link.tsx'
import { BadgeDialog } from './badge-dialog.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { LinkDialog, type ShownLink } from './link-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { useWord } from '../../texts/say.ts'

type Opened = { readonly what: 'change' | 'badge'; readonly person: Person }

/** Who may sign in, and what each may do. */
export function PeoplePage() {
  const t = useText('access')
  const query = useOperation('listPeople', {})
  const { ask, problem } = useAsk()
  const [isInviting, setInviting] = useState(false)
  const [opened, setOpened] = useState<Opened>()
  const [link, setLink] = useState<ShownLink>()
  const close = () => setOpened(undefined)
  const makeLink = async ({ id, name }: Person) => {
    const made = await ask('resetPerson', { person: id })
    if (made) setLink({ name, ...made })
  }
  return (
    <Page
      title={t('people.title')}
      over={<SettingsLink />}
      actions={
        <Button leftSection={<UserPlus aria-hidden />} onClick={() => setInviting(true)}>
          {t('people.invite')}
        </Button>
      }
    >
      <Complaint problem={problem} />
      <Panel flush>
        <Answered query={query}>
          {({ people }) => (
            <List>
              {people.map((person) => (
                <PersonItem
                  key={person.id}
                  person={person}
                  onOpen={(what) => setOpened({ what, person })}
                  onLink={() => void makeLink(person)}
                />
              ))}
            </List>
          )}
        </Answered>
      </Panel>
      {isInviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onDone={(made) => {
            setInviting(false)
            setLink(made)
          }}
        />
      )}
      {opened?.what === 'change' && <PersonDialog person={opened.person} onClose={close} />}
      {opened?.what === 'badge' && <BadgeDialog person={opened.person} onClose={close} />}
      {link && <LinkDialog shown={link} onClose={() => setLink(undefined)} />}
    </Page>
  )
}

function PersonItem({
  person,
  onOpen,
  onLink,
}: {
  person: Person
  onOpen: (what: Opened['what']) => void
  onLink: () => void
}) {
  const t = useText('access')
  const { person: me } = useSession()
  const { id, name, login, seen } = person
  return (
    <ListItem
      title={
        <>
          {name} {id === me?.id && <Tag>{t('people.you')}</Tag>}
        </>
      }
      detail={
        <>
          {login}
          {' · '}
          {seen === null ? (
            t('people.neverSeen')
          ) : (
            <>
              {t('people.seen')} <TimeText time={seen} />
            </>
          )}
        </>
      }
      marks={<PersonMarks person={person} />}
      actions={
        <>
          <IconButton label={t('people.change', { name })} onClick={() => onOpen('change')}>
            <Pencil />
          </IconButton>
          <IconButton label={t('badge.title', { name })} onClick={() => onOpen('badge')}>
            <IdCard />
          </IconButton>
          <LinkButton person={person} onLink={onLink} />
        </>
      }
    />
  )
}

/** Whether they can sign in, what they are in which company, and their badge. */
function PersonMarks({
  person: { memberships, disabled, canSignIn, hasBadge, hasPin },
}: {
  person: Person
}) {
  const t = useText('access')
  const word = useWord()
  const companyName = useCompanyName()
  return (
    <>
      {disabled && <Tag tone="refused">{t('people.disabled')}</Tag>}
      {!disabled && !canSignIn && <Tag tone="needs">{t('people.invited')}</Tag>}
      {memberships.map(({ company, role }) => (
        <Tag key={company} tone="accent">
          {word('role', role)}
          {company !== '*' && ` · ${companyName(company)}`}
        </Tag>
      ))}
      {hasBadge && <Tag>{t(hasPin ? 'people.badgeAndPin' : 'people.badge')}</Tag>}
    </>
  )
}

/** A link for a new password signs the person out everywhere: it is asked for twice. */
function LinkButton({
  person: { name, disabled },
  onLink,
}: {
  person: Person
  onLink: () => void
}) {
  const t = useText('access')
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <IconButton
        label={`${t('people.newLink')}: ${name}`}
        disabled={disabled}
        onClick={() => setAsked(true)}
      >
        <Link2 />
      </IconButton>
      {isAsked && (
        <ConfirmDialog
          title={t('people.newLink')}
          detail={t('people.newLinkDetail', { name })}
          onClose={() => setAsked(false)}
          onConfirm={onLink}
        />
      )}
    </>
  )
}
