import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const pureFolders = 'src/{gs1,domain,label,contract,i18n,web}/**/*.test.ts'
const browserTests = 'test/browser/**/*.test.ts'
const tidyTests = ['test/tidy.test.ts', 'test/tidy/**/*.test.ts']

/** Projects, so that a run waits only for what it needs: a PostgreSQL server, the web app. */
export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    // No module of ours keeps state, so the files of a worker can share what they load.
    isolate: false,
    // Limits that only a hanging test reaches, on the slowest machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'pure', include: [pureFolders, ...tidyTests] } },
      {
        extends: true,
        test: {
          name: 'stores',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [pureFolders, browserTests, ...tidyTests],
          globalSetup: 'test/support/start-postgres.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [browserTests],
          globalSetup: 'test/support/build-web.ts',
        },
      },
    ],
  },
})
