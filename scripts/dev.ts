/**
 * `npm run dev`: the web app with changes shown at once, beside a server that runs on port 8420.
 *
 *   npm run dev -- http://localhost:9000   with a server elsewhere
 */
import { createServer } from 'vite'
import { viteSettings } from './web-build/web-build.ts'

const target = process.argv[2] ?? 'http://localhost:8420'
const server = await createServer({
  ...viteSettings,
  logLevel: 'info',
  server: { proxy: { '/api': { target, changeOrigin: true } } },
})
await server.listen()
server.printUrls()
