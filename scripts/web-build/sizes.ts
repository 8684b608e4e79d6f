import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { builtPath } from './paths.ts'

/** Most script that the first screen may load, compressed, in bytes. */
export const firstScreenBytesMax = 250_000

/** Compressed sizes in bytes. */
export interface Sizes {
  /** All script that is loaded before the first screen can be used. */
  readonly firstScreenScript: number
  readonly firstScreenStyle: number
  /** What each further screen adds, by its source. */
  readonly screens: ReadonlyMap<string, number>
}

interface Chunk {
  readonly file: string
  readonly src?: string
  readonly isEntry?: boolean
  readonly isDynamicEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

const entry = 'index.html'
const homePage = 'pages/home/home-page.tsx'

/** Sizes of what stands in dist/web. */
export function measureSizes(): Sizes {
  const text = readFileSync(join(builtPath, 'manifest.json'), 'utf8')
  const manifest = JSON.parse(text) as Manifest
  const first = new Set([...loadedWith(manifest, entry), ...loadedWith(manifest, homePage)])
  const screens = Object.entries(manifest)
    .filter(([name, { isDynamicEntry }]) => isDynamicEntry && name.startsWith('pages/'))
    .map(([name]): [string, number] => {
      const added = [...loadedWith(manifest, name)].filter((chunk) => !first.has(chunk))
      return [name, sum(added.map((chunk) => manifest[chunk]!.file))]
    })
  const styles = [...first].flatMap((name) => manifest[name]!.css ?? [])
  return {
    firstScreenScript: sum([...first].map((name) => manifest[name]!.file)),
    firstScreenStyle: sum(styles),
    screens: new Map(screens),
  }
}

function loadedWith(manifest: Manifest, name: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(name) || manifest[name] === undefined) return loaded
  loaded.add(name)
  for (const imported of manifest[name].imports ?? []) loadedWith(manifest, imported, loaded)
  return loaded
}

/** The larger of the two compressions that are served. */
const sum = (files: readonly string[]): number =>
  [...new Set(files)].reduce(
    (total, file) => total + statSync(join(builtPath, `${file}.gz`)).size,
    0,
  )

/** The sizes as lines for people. */
export function describeSizes({ firstScreenScript, firstScreenStyle, screens }: Sizes): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(6)} KB`
  const most = (firstScreenBytesMax / 1000).toFixed(0)
  return [
    `${kilobytes(firstScreenScript)} script of the first screen (at most ${most} KB)`,
    `${kilobytes(firstScreenStyle)} style of the first screen`,
    ...[...screens].map(([name, bytes]) => `${kilobytes(bytes)} ${name}`),
  ].join('\n')
}
