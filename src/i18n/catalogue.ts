import type access from './en/access.json'
import type actions from './en/actions.json'
import type companies from './en/companies.json'
import type camera from './en/camera.json'
import type common from './en/common.json'
import type door from './en/door.json'
import type events from './en/events.json'
import type files from './en/files.json'
import type findings from './en/findings.json'
import type find from './en/find.json'
import type gs1 from './en/gs1.json'
import type home from './en/home.json'
import type imports from './en/imports.json'
import type issues from './en/issues.json'
import type labels from './en/labels.json'
import type patterns from './en/patterns.json'
import type problems from './en/problems.json'
import type refusals from './en/refusals.json'
import type rows from './en/rows.json'
import type scan from './en/scan.json'
import type scanner from './en/scanner.json'
import type schemes from './en/schemes.json'
import type search from './en/search.json'
import type shell from './en/shell.json'
import type templates from './en/templates.json'
import type things from './en/things.json'
import type traits from './en/traits.json'
import type unit from './en/unit.json'
import type work from './en/work.json'

/**
 * The texts of every face, by namespace: each is a file `en/<namespace>.json`. English is the
 * source; its shape is the type that `t()` checks keys and values against.
 */
export interface Catalogue {
  access: typeof access
  actions: typeof actions
  camera: typeof camera
  common: typeof common
  companies: typeof companies
  door: typeof door
  events: typeof events
  files: typeof files
  find: typeof find
  findings: typeof findings
  gs1: typeof gs1
  home: typeof home
  imports: typeof imports
  issues: typeof issues
  labels: typeof labels
  patterns: typeof patterns
  problems: typeof problems
  refusals: typeof refusals
  rows: typeof rows
  scan: typeof scan
  scanner: typeof scanner
  schemes: typeof schemes
  search: typeof search
  shell: typeof shell
  templates: typeof templates
  things: typeof things
  traits: typeof traits
  unit: typeof unit
  work: typeof work
}

/** Name of a file of texts. */
export type Namespace = keyof Catalogue

/** Languages that a person can choose; `ar-XB` is made from English to try right-to-left. */
export const languages = { en: 'English', 'ar-XB': 'English, from right to left' } as const
export type Language = keyof typeof languages

export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  language.startsWith('ar') ? 'rtl' : 'ltr'
