import type { Readable, Writable } from 'node:stream'
import type { Client } from '../client/client.ts'

/** Where the data is that a command is about. */
export interface Place {
  /** Address of a server to ask; the data of this machine when absent. */
  readonly server?: string | undefined
  readonly company: string
  /** Token to show to the server. */
  readonly token?: string | undefined
}

/** How a server is to be reached. */
export interface ServeOptions {
  readonly port: number
  readonly host: string
  /** The address that people use, such as `https://stock.example`. */
  readonly publicUrl?: string
  /** Files of a certificate and its key, to serve HTTPS. */
  readonly tlsCert?: string
  readonly tlsKey?: string
  /** Address of the proxy that is believed about who asks and how. */
  readonly trustProxy?: string
  /** Whether a line is written for each request; when absent, unless somebody watches. */
  readonly log?: boolean
}

/** What the command line gets from the composition root. */
export interface World {
  /** Runs `work` with a client and closes it afterwards. */
  withClient<T>(place: Place, work: (client: Client) => Promise<T>): Promise<T>
  /** Serves until the process is told to stop. */
  serve(options: ServeOptions): Promise<void>
  /** Makes a company from a backup; refuses when the company exists. */
  restore(place: Place, path: string): Promise<void>
  /** Makes the accounts from a backup; refuses when there are any. */
  restoreAccounts(path: string): Promise<void>
  readonly defaultCompany: string
  readonly defaultToken?: string | undefined
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean }
  /** Sets the exit code of the process: 1 something was refused or failed, 2 wrong use. */
  readonly endWith: (exitCode: 1 | 2) => void
  readonly newId: () => string
  /** The clock, in milliseconds UTC. */
  readonly now: () => number
}
