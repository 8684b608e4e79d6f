import type { Reporter, TestCase, TestModule, TestProject, TestSuite, Vitest } from 'vitest/node'

export interface Count {
  passed: number
  failed: number
}

interface Failure {
  title: string
  errors: readonly unknown[]
  project?: TestProject
}

/**
 * Reports a test run in a line for each file, then every failure in full, and counts strictly: a
 * test that did not run, a file that did not load and an error outside of any test are failures.
 */
export function createReporter(options: { isFiltered: boolean }) {
  const count: Count = { passed: 0, failed: 0 }
  let vitest: Vitest
  const reporter: Reporter = {
    onInit: (started) => void (vitest = started),

    onUserConsoleLog: ({ type, content }) => void process[type].write(content),

    onTestModuleEnd(module) {
      const failed = failuresIn(module, options.isFiltered).length
      const result = `${passedIn(module)} passed${failed > 0 ? `, ${failed} FAILED` : ''}`
      const seconds = (module.diagnostic().duration / 1000).toFixed(1)
      print(`${failed > 0 ? '✗' : '✓'} ${module.relativeModuleId}  ${result}  ${seconds} s`)
    },

    onTestRunEnd(modules, unhandledErrors) {
      const failures = modules.flatMap((module) => failuresIn(module, options.isFiltered))
      const loose = unhandledErrors.map((error): Failure => ({
        title: 'An error outside of any test',
        errors: [error],
      }))
      for (const { title, errors, project } of [...failures, ...loose]) {
        print(`\n✗ ${title}`)
        for (const error of errors) vitest.logger.printError(error, project && { project })
      }
      count.passed = modules.reduce((sum, module) => sum + passedIn(module), 0)
      count.failed = failures.length + loose.length
    },
  }
  return { reporter, count }
}

function passedIn(module: TestModule): number {
  return Array.from(module.children.allTests('passed')).length
}

function failuresIn(module: TestModule, isFiltered: boolean): Failure[] {
  const { project } = module
  const broken = [module, ...module.children.allSuites()]
    .filter((one) => one.errors().length > 0)
    .map((one) => ({ title: titleOf(module, one), project, errors: one.errors() }))
  const failed = Array.from(module.children.allTests()).flatMap((test) => {
    const { state, errors } = test.result()
    const title = titleOf(module, test)
    if (state === 'passed' || (state === 'skipped' && isFiltered)) return []
    if (state === 'failed') return [{ title, project, errors }]
    return [{ title: `${title}\n  was not run: every test has to`, project, errors: [] }]
  })
  return [...broken, ...failed]
}

function titleOf(module: TestModule, entity: TestModule | TestSuite | TestCase): string {
  return entity.type === 'module'
    ? module.relativeModuleId
    : `${module.relativeModuleId} > ${entity.fullName}`
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}
