import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that all tests of a run share: `inject('postgresUrl')`. */
    postgresUrl: string
  }
}

/** Starts one PostgreSQL server for a whole test run. */
export async function setup(project: TestProject) {
  const server = await startPostgres()
  project.provide('postgresUrl', server.url)
  return () => server.stop()
}
