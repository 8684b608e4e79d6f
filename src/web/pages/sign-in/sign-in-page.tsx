import { getRouteApi, useRouter } from '@tanstack/react-router'
import type { Session } from '../../../client/web-client.ts'
import { changeSession } from '../../data/identity.ts'
import { Door } from '../door/door.tsx'
import { WaysIn } from './ways-in.tsx'

const route = getRouteApi('/sign-in')

/** Signs in, and leads to where one wanted to be. */
export function SignInPage() {
  const { to = '/' } = route.useSearch()
  const router = useRouter()
  const enter = (entered: Session) => {
    changeSession(entered)
    router.history.push(to)
  }
  return <WaysIn frame={Door} onDone={enter} />
}
