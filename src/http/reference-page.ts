import { permissions, type Permission } from '../contract/permission.ts'
import { eventKinds } from '../domain/event-kinds/index.ts'
import { describeApi, inputName, type DescribedOperation, type JsonSchema } from './describe-api.ts'
import { exampleOf } from './example-request.ts'
import { referenceStyle } from './reference-style.ts'
import { typeOf } from './schema-types.ts'

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const page = (nonce: string, title: string, body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style nonce="${nonce}">${referenceStyle}</style>
<main>${body}</main>
</html>
`

/** What stands at every path while the web app has not been built. */
export const missingAppPage = (nonce: string): string =>
  page(
    nonce,
    'Seriatim',
    `<h1>Seriatim</h1>
<p>The server is running, but its web app has not been built. Build it and load this page again:</p>
<pre>npm run build</pre>
<p>Programs can use the server already: see <a href="/api">the reference of the API</a>.</p>`,
  )

interface Entry {
  readonly path: string
  readonly method: string
  readonly operation: DescribedOperation
}

/** A page of every operation, with what each takes, needs and answers. */
export function referencePage(nonce: string): string {
  const { paths, components } = describeApi()
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const groups = Object.entries(Object.groupBy(entries, ({ path }) => path.split('/')[3]!))
  const links = groups.map(([name]) => `<a href="#${name}">${escape(name)}</a>`)
  const sections = groups.map(
    ([name, members = []]) =>
      `<h2 id="${name}">${escape(name)}</h2>${members.map(describe).join('\n')}`,
  )
  const kindOf = new Map([...eventKinds.values()].map((kind) => [inputName(kind.name), kind]))
  const named = Object.entries(components.schemas)
  const shapes = named.filter(([name]) => !kindOf.has(name)).map((one) => shape(...one))
  const kinds = named.flatMap(([name, schema]) => {
    const kind = kindOf.get(name)
    return kind ? [shape(kind.name, schema, kind.summary)] : []
  })
  return page(
    nonce,
    'Seriatim: reference of the API',
    `<h1>Reference of the API</h1>
<p>Requests and answers are JSON. Programs send a token, as
<code>authorization: Bearer srt_…</code>; what is not done is answered with a problem document
(RFC 9457) whose <code>type</code> is stable. A request with an
<code>Idempotency-Key</code> can be sent again within a day and is done once. The company that is
there from the start is called <code>main</code>. The same as an OpenAPI 3.1 document:
<a href="/openapi.json">openapi.json</a>.</p>
<nav>${links.join('')}<a href="#kinds">kinds of commands</a><a href="#shapes">shapes</a></nav>
${sections.join('\n')}
<h2 id="kinds">Kinds of commands</h2>
<p>What happens to units is recorded by <a href="#recordCommands">commands</a>; each has a kind,
and its input is as follows. The id is a UUIDv7 that you make once for each command: sent again, it
is answered as the first time and changes nothing.</p>${kinds.join('\n')}
<h2 id="shapes">Shapes</h2>${shapes.join('\n')}`,
  )
}

function describe({ path, method, operation }: Entry): string {
  const { summary, operationId, parameters, requestBody, responses } = operation
  const said = parameters.map(({ name, in: place, required, schema }) => {
    const type = escape(typeOf(schema, ''))
    return `${name}: ${type}${required ? '' : ' (optional)'}  in the ${place}${limitsOf(schema)}`
  })
  const [bodyType, body] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const [answerType, answered] = Object.entries(responses['200']!.content)[0]!
  const parts = [
    `<h3>Needs</h3><p>${escape(needOf(operation['x-needs']))}</p>`,
    said.length > 0 ? `<h3>Parameters</h3><pre>${said.join('\n')}</pre>` : '',
    body ? `<h3>Body: ${bodyType}</h3>${typeBlock(body.schema)}` : '',
    `<h3>Answer: ${answerType}</h3>${typeBlock(answered.schema)}`,
    `<h3>Example</h3><pre>${escape(exampleOf(path, method, operation))}</pre>`,
  ]
  return `<details id="${operationId}">
<summary><b>${method.toUpperCase()}</b> <code>${escape(path)}</code>
<span>${escape(summary)}</span></summary><div>${parts.join('')}</div></details>`
}

const needOf = (need: string): string => {
  if (need === 'nothing') return 'Nothing: open to everybody.'
  if (need === 'self') return 'A person who is signed in.'
  return `The permission ${need}: ${permissions[need as Permission]}.`
}

/** A file is told by its media type; everything else by its type. */
const typeBlock = (schema: JsonSchema): string =>
  Object.keys(schema).length === 0 ? '' : `<pre>${escape(typeOf(schema, ''))}</pre>`

const shape = (name: string, schema: JsonSchema, summary = ''): string =>
  `<details id="${name}"><summary><b>${summary ? 'kind' : 'type'}</b> <code>${name}</code>
<span>${escape(summary)}</span></summary>
<div>${typeBlock(schema)}</div></details>`

function limitsOf(schema: JsonSchema): string {
  const said: [keyword: string, words: (value: number) => string][] = [
    ['minimum', (value) => `at least ${value}`],
    ['maximum', (value) => `at most ${value}`],
    ['maxLength', (value) => `at most ${value} characters`],
    ['default', (value) => `${JSON.stringify(value)} when absent`],
  ]
  // The limits of what a number can be at all say nothing.
  const isSaid = (value: unknown) =>
    value !== undefined && Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER
  return said
    .filter(([keyword]) => isSaid(schema[keyword]))
    .map(([keyword, words]) => `, ${escape(words(schema[keyword] as number))}`)
    .join('')
}
