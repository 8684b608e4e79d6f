import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type InlineConfig } from 'vite'
import { builtPath, webPath } from './paths.ts'

/** What Vite needs to know, for building and for developing. */
export const viteSettings: InlineConfig = {
  root: webPath,
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  // A part of the shell takes its place in the grid of another file by name.
  css: { transformer: 'lightningcss', lightningcss: { cssModules: { grid: false } } },
  build: {
    outDir: builtPath,
    emptyOutDir: true,
    manifest: 'manifest.json',
    // What the Content-Security-Policy allows: no script or picture in the page itself.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
}

/** Builds the web app into dist/web. */
export async function buildWeb(): Promise<void> {
  // Not what the caller runs under, such as a test.
  process.env['NODE_ENV'] = 'production'
  await build(viteSettings)
  compressFiles()
}

/** Files that are worth compressing; the server sends what the browser accepts. */
const compressible = /\.(js|css|html|svg|json|webmanifest)$/

function compressFiles(): void {
  for (const name of readdirSync(builtPath, { recursive: true, encoding: 'utf8' })) {
    // The page itself is filled in for each answer.
    if (!compressible.test(name) || name === 'index.html') continue
    const path = join(builtPath, name)
    const content = readFileSync(path)
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params }))
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  }
}
