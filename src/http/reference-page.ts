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
${body}
</html>
`

/** What stands at every path while the web app has not been built. */
export const missingAppPage = (nonce: string): string =>
  page(
    nonce,
    'Seriatim',
    `<header><h1>Seriatim</h1>
<p>The server is running, but its web app has not been built. Build it and load this page again:</p>
<pre>npm run build</pre>
<p>Programs can use the server already: see <a href="/api">the reference of the API</a>.</p>
</header>`,
  )

interface Entry {
  readonly path: string
  readonly method: string
  readonly operation: DescribedOperation
}

/** A chapter of the page: what it is called, what it says first, and what can be opened in it. */
interface Chapter {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly members: readonly Member[]
}

/** Something that can be opened, and the place that a link to it leads to. */
interface Member {
  readonly id: string
  readonly name: string
  readonly html: string
}

/** A page of every operation, with what each takes, needs and answers. */
export function referencePage(nonce: string): string {
  const chapters = [...operationChapters(), ...schemaChapters()]
  return page(
    nonce,
    'Seriatim: reference of the API',
    `<header><h1 id="top">Reference of the API</h1>
<p>Requests and answers are JSON. Programs send a token, as
<code>authorization: Bearer srt_…</code>; what is not done is answered with a problem document
(RFC 9457) whose <code>type</code> is stable. A request with an
<code>Idempotency-Key</code> can be sent again within a day and is done once. The company that is
there from the start is called <code>main</code>. The same as an OpenAPI 3.1 document:
<a href="/openapi.json">openapi.json</a>.</p></header>
<nav aria-label="Contents"><a href="#top">Reference of the API</a>
${chapters.map(contentsOf).join('\n')}</nav>
<main>${chapters.map(chapterOf).join('\n')}</main>`,
  )
}

/** Links to all of a chapter. */
const contentsOf = ({
  id,
  title,
  members,
}: Chapter): string => `<details><summary>${title}</summary>
<a href="#${id}">All of it</a>
${members.map((one) => `<a href="#${one.id}">${escape(one.name)}</a>`).join('\n')}</details>`

const chapterOf = ({ id, title, words, members }: Chapter): string =>
  `<section><h2 id="${id}">${title}</h2><p>${words}</p>
${members.map(({ html }) => html).join('\n')}</section>`

function operationChapters(): Chapter[] {
  const { tags, paths } = describeApi()
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return tags.map(({ name, description }) => ({
    id: name.toLowerCase().replace(/\W+/g, '-'),
    title: escape(name),
    words: escape(description),
    members: entries.filter(({ operation }) => operation.tags.includes(name)).map(describe),
  }))
}

function schemaChapters(): Chapter[] {
  const kindOf = new Map([...eventKinds.values()].map((kind) => [inputName(kind.name), kind]))
  const named = Object.entries(describeApi().components.schemas)
  return [
    {
      id: 'kinds',
      title: 'Kinds of commands',
      words: `What happens to units is recorded by <a href="#recordCommands">commands</a>; each has
a kind, and its input is as follows. The id is a UUIDv7 that you make once for each command: sent
again, it is answered as the first time and changes nothing.`,
      members: named.flatMap(([name, schema]) => {
        const kind = kindOf.get(name)
        return kind ? [shape(kind.name, schema, kind.summary)] : []
      }),
    },
    {
      id: 'shapes',
      title: 'Shapes',
      words: 'What several operations answer with.',
      members: named.filter(([name]) => !kindOf.has(name)).map((one) => shape(...one)),
    },
  ]
}

function describe({ path, method, operation }: Entry): Member {
  const { summary, operationId: id, parameters, requestBody, responses } = operation
  const said = parameters.map(({ name, in: place, required, schema }) => {
    const type = escape(typeOf(schema, ''))
    const words = schema.description === undefined ? '' : `\n  ${schema.description}`
    return `${name}: ${type}${required ? '' : ' (optional)'}  in the ${place}${limitsOf(schema)}${
      words && `<i>${escape(words)}</i>`
    }`
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
  const head = `<b>${method.toUpperCase()}</b> <code>${escape(path)}</code>`
  return { id, name: id, html: openable(id, head, summary, parts.join('')) }
}

const shape = (name: string, schema: JsonSchema, summary = ''): Member => ({
  id: name,
  name,
  html: openable(
    name,
    `<b>${summary ? 'kind' : 'type'}</b> <code>${name}</code>`,
    summary,
    typeBlock(schema),
  ),
})

/** The id stands within, so that a link to it opens what is closed. */
const openable = (id: string, head: string, summary: string, inner: string): string =>
  `<details><summary>${head}
<span>${escape(summary)}</span></summary><div id="${id}">${inner}</div></details>`

const needOf = (need: string): string => {
  if (need === 'nothing') return 'Nothing: open to everybody.'
  if (need === 'self') return 'A person who is signed in.'
  return `The permission ${need}: ${permissions[need as Permission]}.`
}

/** A file is told by its media type; everything else by its type. */
const typeBlock = (schema: JsonSchema): string =>
  Object.keys(schema).length === 0 ? '' : `<pre>${typeText(schema)}</pre>`

/** A type with what is said of its parts; the shapes that it names are links. */
const typeText = (schema: JsonSchema): string =>
  escape(typeOf(schema, ''))
    .split('\n')
    .map((line) => {
      const [, indent, words] = /^( *)\/\*\* (.*) \*\/$/.exec(line) ?? []
      if (words !== undefined) return `<i>${indent}${words}</i>`
      // Texts, which stand between quotes, begin with small letters.
      return line.replace(/(?<!\w)[A-Z]\w+(?=$|\[| \||\))/g, '<a href="#$&">$&</a>')
    })
    .join('\n')

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
