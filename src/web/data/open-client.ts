import { openWebClient, type WebClient } from '../../client/web-client.ts'
import type { Problem } from '../../contract/problem-error.ts'
import { loadTextsOf } from '../texts/texts.ts'

/** Asks the server; the texts that a problem is told in are there before anybody tells it. */
async function ask(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request)
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    const { said } = (await response.clone().json()) as Problem
    await loadTextsOf(said)
  }
  return response
}

/** Asks the server about a company; `-` for what concerns none. */
export const openClient = (company: string): WebClient => openWebClient({ fetch: ask, company })
