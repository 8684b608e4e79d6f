import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import type { CallExpression, Expression, Function as FunctionNode, Node } from 'oxc-parser'

/** What the rules of this folder look at. Lines count from 1. */
export interface SourceFile {
  /** From the root of the repository, with `/`. */
  path: string
  text: string
  imports: Import[]
  functions: FunctionSpan[]
  /** Names used with a meaning of their own: `process.env`, `new Date()`, `fetch()`, `it.only`. */
  uses: Use[]
  comments: { text: string; line: number }[]
}

export interface Import {
  /** A path from the root of the repository, or the name of a package. */
  target: string
  isPackage: boolean
  line: number
}

/** Functions whose arguments hold tests. */
const suites = ['describe', 'it', 'test', 'forEachStore', 'describeStore']

interface FunctionSpan {
  line: number
  length: number
  /** What one of the `suites` calls. */
  isTestBody: boolean
}

interface Use {
  name: string
  line: number
}

export const isTestFile = (path: string) => /\.test\.tsx?$/.test(path)

const sourceFolders = ['src', 'test', 'scripts', 'bench']
const dataFolders = ['test/vectors', 'test/data']

/** All source files of the repository, generated ones included. */
export function readSources(root: string): SourceFile[] {
  return sourceFolders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => listFiles(root, folder))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')))
}

function listFiles(root: string, folder: string): string[] {
  if (dataFolders.includes(folder)) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? listFiles(root, path) : [path]
  })
}

/** Throws when the text is not valid TypeScript. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const lineOf = lineFinder(text)
  const file: SourceFile = {
    path,
    text,
    imports: [],
    functions: [],
    uses: [],
    comments: comments.map(({ value, start }) => ({ text: value, line: lineOf(start) })),
  }
  visitImports(file, lineOf).visit(program)
  visitFunctions(file, lineOf).visit(program)
  visitUses(file, lineOf).visit(program)
  return file
}

type LineOf = (offset: number) => number

function lineFinder(text: string): LineOf {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return (offset) => {
    const after = starts.findIndex((start) => start > offset)
    return after < 0 ? starts.length : after
  }
}

function visitImports(file: SourceFile, lineOf: LineOf): Visitor {
  const add = (source: Node | null, node: Node) => {
    if (source?.type !== 'Literal' || typeof source.value !== 'string') return
    const isPackage = !source.value.startsWith('.')
    const target = isPackage
      ? packageOf(source.value)
      : posix.join(posix.dirname(file.path), source.value)
    file.imports.push({ target, isPackage, line: lineOf(node.start) })
  }
  return new Visitor({
    ImportDeclaration: (node) => add(node.source, node),
    ExportAllDeclaration: (node) => add(node.source, node),
    ExportNamedDeclaration: (node) => add(node.source, node),
    ImportExpression: (node) => add(node.source, node),
    TSImportType: (node) => add(node.source, node),
  })
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!
}

function visitFunctions(file: SourceFile, lineOf: LineOf): Visitor {
  const testBodies = new Set<Node>()
  const add = (node: Node) => {
    const line = lineOf(node.start)
    const length = lineOf(node.end) - line + 1
    file.functions.push({ line, length, isTestBody: testBodies.has(node) })
  }
  return new Visitor({
    CallExpression(call) {
      if (suites.includes(rootName(call) ?? '')) {
        for (const argument of call.arguments) testBodies.add(argument)
      }
    },
    ArrowFunctionExpression: add,
    FunctionDeclaration: (node: FunctionNode) => add(node),
    FunctionExpression: (node: FunctionNode) => add(node),
  })
}

/** `it` for `it('…')`, `it.each([…])('…')` and the like. */
function rootName(node: CallExpression | Expression): string | undefined {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'CallExpression') return rootName(node.callee)
  if (node.type === 'MemberExpression') return rootName(node.object)
  return undefined
}

function visitUses(file: SourceFile, lineOf: LineOf): Visitor {
  const add = (name: string, node: Node) => file.uses.push({ name, line: lineOf(node.start) })
  return new Visitor({
    MemberExpression(node) {
      if (node.object.type !== 'Identifier') return
      if (node.property.type === 'Identifier')
        add(`${node.object.name}.${node.property.name}`, node)
      else add(`${node.object.name}[]`, node)
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier') add(`${node.callee.name}()`, node)
    },
    NewExpression(node) {
      if (node.callee.type !== 'Identifier') return
      add(`new ${node.callee.name}(${node.arguments.length === 0 ? '' : '…'})`, node)
    },
  })
}
