import { Outlet, useMatches } from '@tanstack/react-router'
import { ProblemError } from '../../contract/problem-error.ts'
import { problemOfType } from '../../contract/problem-types.ts'
import type { Permission } from '../../contract/permission.ts'
import { useMay, useSession } from '../data/identity.ts'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { ErrorState } from '../ui/states.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What a person needs for anything on the page. */
    readonly needs?: Permission
  }
}

/** The page of the address; who may do nothing on it is told so, and who can help. */
export function OpenPage() {
  const needs = useMatches({ select: (matches) => matches.at(-1)?.staticData.needs }) ?? 'read'
  return useMay(needs, useCompany()) ? <Outlet /> : <ClosedPage need={needs} />
}

function ClosedPage({ need }: { need: Permission }) {
  const t = useText('common')
  const company = useCompany()
  const session = useSession()
  const role = session.companies.find((one) => one.company === company)?.role ?? session.role
  const problem =
    role === null
      ? problemOfType('permission_denied', { need })
      : problemOfType('permission_denied.role', { need, role })
  return (
    <Page title={t('notAllowed')}>
      <Panel>
        <ErrorState error={new ProblemError(problem)} />
      </Panel>
    </Page>
  )
}
