import { useNavigate } from '@tanstack/react-router'
import { useAsk } from '../../data/ask.ts'
import { changeSession, useSession } from '../../data/identity.ts'
import { useClient } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { Row } from '../../ui/page.tsx'
import { Button } from '../../ui/parts.ts'
import { Complaint, Door } from '../door/door.tsx'

/** For whoever is signed in and may see nothing: says so, and the ways on. */
export function NoCompanyPage() {
  const t = useText('door')
  const client = useClient()
  const navigate = useNavigate()
  const { person } = useSession()
  const { ask, problem, isAsking } = useAsk()
  const look = async () => {
    const session = await ask('whoAmI', {})
    if (!session) return
    changeSession(session)
    if (session.companies.length > 0) await navigate({ to: '/' })
  }
  const leave = async () => {
    if (!(await ask('signOut', {}))) return
    changeSession(await client.call('whoAmI', {}))
    await navigate({ to: '/sign-in' })
  }
  return (
    <Door title={t('noCompany.title')} detail={t('noCompany.detail', { login: person?.login })}>
      <Complaint problem={problem} />
      <Row>
        <Button loading={isAsking} onClick={() => void look()}>
          {t('noCompany.again')}
        </Button>
        <Button variant="default" onClick={() => void leave()}>
          {t('noCompany.signOut')}
        </Button>
      </Row>
    </Door>
  )
}
