import type { Breach } from './rules.ts'
import { isTestFile } from './source-file.ts'
import type { Import, SourceFile } from './source-file.ts'

/** Which folders of src/ a folder may import, besides itself: the arrows of the architecture. */
const mayImport: Record<string, string[]> = {
  i18n: [],
  gs1: ['i18n'],
  domain: ['gs1', 'i18n'],
  scan: ['gs1', 'domain'],
  files: ['i18n'],
  label: ['gs1', 'domain', 'i18n'],
  contract: ['gs1', 'domain', 'i18n'],
  demo: ['gs1', 'domain'],
  store: ['gs1', 'domain', 'label', 'contract', 'i18n'],
  ledger: ['gs1', 'domain', 'label', 'contract', 'store'],
  features: ['gs1', 'domain', 'files', 'label', 'contract', 'demo', 'store', 'ledger', 'i18n'],
  jobs: ['gs1', 'domain', 'label', 'contract', 'store', 'ledger', 'features', 'i18n'],
  http: ['gs1', 'domain', 'label', 'contract', 'store', 'ledger', 'features', 'i18n'],
  client: ['gs1', 'domain', 'contract'],
  cli: ['gs1', 'domain', 'files', 'contract', 'client', 'i18n', 'scan'],
  web: ['gs1', 'domain', 'label', 'contract', 'client', 'i18n', 'scan'],
}

/** The pure folders, and the packages that each may use. */
const pureFolders: Record<string, string[]> = {
  i18n: [],
  gs1: [],
  domain: ['zod'],
  label: ['zod'],
  demo: [],
}

/** These run in the browser too. */
const browserFolders = ['gs1', 'domain', 'label', 'contract', 'client', 'web', 'i18n', 'scan']

/** What hides a clock, chance or the outside world. */
const impure =
  /^(Date\.now|new Date\(\)|Date\(\)|Math\.random|fetch\(\)|set(Timeout|Interval|Immediate)\(\)|(process|performance|crypto|Buffer|console)(\.\w+|\[\])|globalThis\.\w+)$/

/** The packages that name a database, and the folders that may import them. */
const databasePackages: Record<string, string[]> = {
  'better-sqlite3': ['store'],
  pg: ['store'],
  kysely: ['store', 'ledger', 'features', 'jobs'],
}

/** `gs1` for src/gs1/parse.ts, `main` for src/main.ts, nothing outside src/. */
function folderOf(path: string): string | undefined {
  return /^src\/([\w-]+)/.exec(path)?.[1]
}

/** Imports between files follow the arrows, in tests too; the product imports no test helper. */
export function checkArrows({ path, imports }: SourceFile): Breach[] {
  const from = folderOf(path)
  if (from === undefined) return []
  return imports.flatMap(({ target, isPackage, line }) => {
    if (isPackage) return []
    const reason = arrowBreach(path, from, target)
    return reason === undefined ? [] : [`${path}:${line}: imports ${target}: ${reason}`]
  })
}

function arrowBreach(path: string, from: string, target: string): string | undefined {
  const to = folderOf(target)
  if (to === undefined) {
    if (isTestFile(path) || target === 'package.json') return undefined
    return 'the product does not depend on what stands outside src/'
  }
  if (from === 'features' && to === 'features') return featureBreach(path, target)
  if (from === to || from === 'main') return undefined
  // A test may come through the door that users take.
  if (isTestFile(path) && to === 'client') return undefined
  const allowed = mayImport[from]
  if (allowed === undefined) return `src/${from} has no place among the arrows yet`
  return allowed.includes(to) ? undefined : `${from} may import ${allowed.join(', ') || 'nothing'}`
}

/** Files that stand directly in features/ gather the features or serve them all. */
function featureBreach(path: string, target: string): string | undefined {
  const [own, other] = [path, target].map((file) => /^src\/features\/([\w-]+)\//.exec(file)?.[1])
  if (own === undefined || other === undefined || own === other) return undefined
  return 'features do not import each other: move down what both need'
}

/** Pure folders know no machine and no clock, browser folders no Node, most no database. */
export function checkPurity({ path, imports, uses }: SourceFile): Breach[] {
  const folder = folderOf(path)
  if (folder === undefined || isTestFile(path)) return []
  const packages = imports.flatMap((imported) => {
    const reason = imported.isPackage ? packageBreach(folder, imported) : undefined
    const where = `${path}:${imported.line}: imports ${imported.target}`
    return reason === undefined ? [] : [`${where}: ${reason}`]
  })
  if (!(folder in pureFolders)) return packages
  const impurities = uses.filter(({ name }) => impure.test(name))
  return packages.concat(
    impurities.map(
      ({ name, line }) => `${path}:${line}: ${name} in pure src/${folder}: pass the value in`,
    ),
  )
}

function packageBreach(folder: string, { target }: Import): string | undefined {
  const allowed = pureFolders[folder]
  if (target.startsWith('node:') && browserFolders.includes(folder)) {
    return `src/${folder} runs in the browser too`
  }
  const databaseFolders = databasePackages[target]
  if (databaseFolders !== undefined && folder !== 'main' && !databaseFolders.includes(folder)) {
    return `only ${databaseFolders.join(', ')} may: go through src/store`
  }
  if (allowed !== undefined && !allowed.includes(target)) {
    return `src/${folder} is pure and may use ${allowed.join(', ') || 'no package'}`
  }
  return undefined
}

/** Each group of files that import each other in a loop, be it for a type only. */
export function findCycles(files: SourceFile[]): Breach[] {
  const targets = new Map(
    files.map((file) => [
      file.path,
      file.imports.filter((one) => !one.isPackage).map((one) => one.target),
    ]),
  )
  const breaches: Breach[] = []
  const finished = new Set<string>()
  const walk = (path: string, trail: string[]) => {
    const start = trail.indexOf(path)
    if (start >= 0) breaches.push(`import cycle: ${[...trail.slice(start), path].join(' → ')}`)
    if (start >= 0 || finished.has(path)) return
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path])
    finished.add(path)
  }
  for (const path of targets.keys()) walk(path, [])
  return breaches
}
