import pg from 'pg'

/** Most connections that one server process opens for one company. */
const connectionsMax = 10

/** How long a connection may take to be there, in milliseconds; also one that others still use. */
const connectionTimeoutMs = 15_000

/** A company's schema is named by this prefix and the company's name. */
const schemaPrefix = 'seriatim_'

// Ids, times and quantities stay below 2^53 (the tables check it), so numbers hold them exactly.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/**
 * Opens the connections to one company's schema. What is committed through them is on the disk,
 * also where the server's own setting would not have it so.
 */
export function openPool(url: string, schema: string): pg.Pool {
  // Not by `options`: those that the address brings would take the place of these.
  const settings = `set search_path = "${schema}", public; set timezone = 'UTC'; set jit = off;
    set synchronous_commit = on`
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: connectionTimeoutMs,
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool does wait for it
    onConnect: (client) => client.query(settings),
  })
  // A connection that breaks is replaced by the pool, and what was asked of it fails for itself;
  // without a listener it would end the whole process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Schema of a company; the name is checked, since it becomes part of statements. */
export function schemaOf(company: string): string {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(company)) {
    throw new RangeError('A company is named by lower-case letters, digits and underscores.')
  }
  return schemaPrefix + company
}

/** Whether the database has a schema of this name. */
export async function hasSchema(client: pg.Client, schema: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [schema])
  return rowCount === 1
}

/** Whether the database at an address has a schema of this name. */
export async function schemaExists(url: string, schema: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return await hasSchema(client, schema)
  } finally {
    await client.end()
  }
}

/** Names of the companies whose schemas the database at an address has. */
export async function companySchemas(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ nspname: string }>(
      'select nspname from pg_namespace where starts_with(nspname, $1)',
      [schemaPrefix],
    )
    return rows.map(({ nspname }) => nspname.slice(schemaPrefix.length))
  } finally {
    await client.end()
  }
}
