import type { LinkProps } from '@tanstack/react-router'
import {
  Building2,
  KeyRound,
  ScanBarcode,
  MonitorSmartphone,
  ScrollText,
  Shapes,
  Tags,
  Ticket,
  UserRound,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'
import type { Session } from '../../../client/web-client.ts'
import type { Namespace } from '../../../i18n/catalogue.ts'

/** A page of settings, as the list of them shows it. */
export interface SettingsEntry {
  /** Namespace and keys of its title and detail, such as `access:people.title`. */
  readonly namespace: Namespace
  readonly title: string
  readonly detail: string
  readonly to: NonNullable<LinkProps['to']>
  readonly picture: LucideIcon
  /** What a person needs to be shown it. */
  readonly needs?: Session['permissions'][number]
  /** Needs it for the whole server, not only for the company. */
  readonly isOfServer?: boolean
}

const server = { needs: 'administer', isOfServer: true } as const

/** Every page of settings, in the order of the list; a new one adds itself here. */
export const settingsEntries: readonly SettingsEntry[] = [
  {
    namespace: 'access',
    title: 'account.title',
    detail: 'account.detail',
    to: '/c/$company/settings/account',
    picture: UserRound,
  },
  {
    namespace: 'traits',
    title: 'title',
    detail: 'detail',
    to: '/c/$company/settings/traits',
    picture: Tags,
  },
  {
    namespace: 'schemes',
    title: 'title',
    detail: 'detail',
    to: '/c/$company/settings/schemes',
    picture: Shapes,
  },
  {
    namespace: 'schemes',
    title: 'pools.title',
    detail: 'pools.detail',
    to: '/c/$company/pools',
    picture: Ticket,
  },
  {
    namespace: 'scanner',
    title: 'title',
    detail: 'detail',
    to: '/c/$company/settings/scanners',
    picture: ScanBarcode,
  },
  {
    namespace: 'access',
    title: 'people.title',
    detail: 'people.detail',
    to: '/c/$company/settings/people',
    picture: UsersRound,
    ...server,
  },
  {
    namespace: 'access',
    title: 'tokens.title',
    detail: 'tokens.detail',
    to: '/c/$company/settings/tokens',
    picture: KeyRound,
    ...server,
  },
  {
    namespace: 'access',
    title: 'stations.title',
    detail: 'stations.detail',
    to: '/c/$company/settings/stations',
    picture: MonitorSmartphone,
    ...server,
  },
  {
    namespace: 'access',
    title: 'log.title',
    detail: 'log.detail',
    to: '/c/$company/settings/access-log',
    picture: ScrollText,
    ...server,
  },
  {
    namespace: 'companies',
    title: 'title',
    detail: 'detail',
    to: '/c/$company/settings/companies',
    picture: Building2,
  },
]
