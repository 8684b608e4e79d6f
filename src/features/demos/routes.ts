import { deleteDemo, openDemo } from '../../contract/companies.ts'
import { failWith } from '../../contract/problem.ts'
import { demos } from '../../demo/demos.ts'
import { refuseDenied } from '../access.ts'
import { saveAbout } from '../company-about.ts'
import { viewCompany } from '../company-view.ts'
import { handleServer, handleServerStream, type Handler } from '../context.ts'
import { accessIn } from '../identity.ts'
import { forgetCompany, joinCompany } from '../memberships.ts'
import { recordStory } from './record-story.ts'

export const demoRoutes: readonly Handler[] = [
  handleServerStream(openDemo, async function* ({ demo, seed }, context) {
    const { companies, now } = context
    const { company, name, tell } = demos[demo]
    let progress = { recorded: 1, total: 1 }
    if (!(await companies.list()).includes(company)) {
      const fill = async function* (store: Parameters<typeof recordStory>[0]) {
        const wishes = tell(seed, now())
        for await (const { recorded } of recordStory(store, wishes)) {
          yield { recorded, total: wishes.length }
        }
        await saveAbout(store, { name, demo }, now())
      }
      for await (const made of companies.make(company, fill)) {
        progress = made
        yield { progress, company: null }
      }
    }
    await joinCompany(context, company, 'owner')
    const view = await viewCompany(context, company)
    // The role was given just now; the request began before.
    const role = context.access.person === null ? view.role : 'owner'
    yield { progress, company: { ...view, role } }
  }),
  handleServer(deleteDemo, async ({ demo }, context) => {
    const { companies, identity } = context
    const { company } = demos[demo]
    if (!(await companies.list()).includes(company)) failWith('not_found.demo', {}, 'demo')
    refuseDenied({ needs: 'administer' }, accessIn(identity, company))
    await companies.remove(company)
    await forgetCompany(context, company)
    return { company }
  }),
]
