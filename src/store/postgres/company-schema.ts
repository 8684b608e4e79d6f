import pg from 'pg'
import { schemaOf } from './connection.ts'

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Drops a company's schema, if there is one. */
export const removeSchema = (url: string, company: string): Promise<void> =>
  withClient(url, async (client) => {
    await client.query(`drop schema if exists "${schemaOf(company)}" cascade`)
  })

/** Gives a company's schema another name. */
export const renameSchema = (url: string, from: string, to: string): Promise<void> =>
  withClient(url, async (client) => {
    await client.query(`alter schema "${schemaOf(from)}" rename to "${schemaOf(to)}"`)
  })

/** A setting of a company's schema, read without opening the company; `null` where none. */
export const readSchemaSetting = (
  url: string,
  company: string,
  kind: string,
  name: string,
): Promise<string | null> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ data: string }>(
      `select data from "${schemaOf(company)}".settings where kind = $1 and name = $2`,
      [kind, name],
    )
    return rows[0]?.data ?? null
  })
