/** What a browser keeps between requests: who is signed in, and which station it is. */
export type Kept = 'session' | 'station'

/** Where a request comes from, and how it is remembered there. */
export interface Visit {
  /** Network address of whoever asks. */
  readonly address: string
  /** What the browser or program calls itself. */
  readonly agent: string
  /** How the server is reached, such as `https://stock.example`; links begin with it. */
  readonly origin: string
  /** The secrets that the browser brought. */
  readonly kept: Readonly<Record<Kept, string | null>>
  /** Has the browser keep a secret, or forget it. */
  keep(what: Kept, secret: string | null, maxAgeSeconds?: number): void
}

/** A visit by the command line: nothing is kept between two runs. */
export const localVisit = (origin: string): Visit => ({
  address: 'local',
  agent: 'command line',
  origin,
  kept: { session: null, station: null },
  keep: () => {},
})
