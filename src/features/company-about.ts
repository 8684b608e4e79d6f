import { z } from 'zod'
import { companyName, demoNames, type DemoName } from '../contract/companies.ts'
import type { Store } from '../store/store.ts'

/** What a company says of itself. */
export interface CompanyAbout {
  /** The name that people see; null when none was given. */
  readonly name: string | null
  /** The demo that it is, if it is one. */
  readonly demo: DemoName | null
}

/** Kind and name of the setting that holds it. */
export const aboutSetting = { kind: 'company', name: 'about' } as const

const shape = z.object({
  name: companyName.nullable().catch(null),
  demo: z.enum(demoNames).nullable().catch(null),
})

/** Reads what a company said of itself; a company need not have said anything. */
export function readAbout(text: string | null): CompanyAbout {
  const said = shape.safeParse(text === null ? {} : JSON.parse(text))
  return said.success ? said.data : { name: null, demo: null }
}

/** Keeps what a company says of itself. */
export const saveAbout = (
  store: Pick<Store, 'transact'>,
  about: CompanyAbout,
  now: number,
): Promise<void> =>
  store.transact((transaction) =>
    transaction.keepSetting(aboutSetting.kind, aboutSetting.name, JSON.stringify(about), now),
  )
