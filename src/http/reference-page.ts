import { apiPath } from '../contract/operation.ts'
import { servedHandlers } from './served.ts'

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const style = `
  :root { color-scheme: light dark; --line: light-dark(#d8dce3, #343a45) }
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 52rem }
  body { margin: 3rem auto; padding: 0 1rem }
  h1 { font-size: 2rem; margin-bottom: 0 }
  code { font: 14px ui-monospace, monospace; overflow-wrap: anywhere }
  dt { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line) }
  dd { margin: 0 }
  b { display: inline-block; min-width: 3.5rem; font: 600 14px ui-monospace, monospace }`

/** A page that lists every operation: what is served until there is a web app. */
export function referencePage(): string {
  const rows = servedHandlers.map(
    ({ operation }) =>
      `<dt><b>${operation.method}</b> <code>${escape(apiPath(operation))}</code></dt>` +
      `<dd>${escape(operation.summary)}</dd>`,
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Seriatim</title>
<style>${style}</style>
<h1>Seriatim</h1>
<p>The server is running. Every thing has an identity, a place and a story; this is what it can be
asked. The full description is <a href="/openapi.json"><code>openapi.json</code></a>; the company
that is there from the start is called <code>main</code>.</p>
<dl>${rows.join('\n')}</dl>
</html>
`
}
