import type { Companies } from '../features/companies.ts'
import type { AccountStore } from '../store/accounts/account-store.ts'
import type { LineLog } from './log-stream.ts'

/** What a server works with. */
export interface ServerParts {
  readonly accounts: AccountStore
  readonly companies: Companies
  /** The clock, in milliseconds UTC. */
  readonly now: () => number
  /** Where requests and failures of the server go, as lines of JSON. */
  readonly log: LineLog
  /** Whether a line is written for each request; else only what goes wrong is. */
  readonly logsRequests?: boolean | undefined
  /** Folder that the web app was built to. */
  readonly webFolder: string
  /** The address that people use, where it is not the machine's own. */
  readonly publicUrl?: string | undefined
  /** Certificate and key, to serve HTTPS. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | undefined
  /** Address of the proxy that is believed about who asks and how. */
  readonly trustProxy?: string | undefined
}
