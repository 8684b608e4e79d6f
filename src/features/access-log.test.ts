import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { newAccounts, openOwnedServer } from '../../test/support/accounts.ts'
import { forEachStore } from '../../test/support/stores.ts'
import { listAccessLog } from '../contract/access-log.ts'
import { changePerson, setBadge } from '../contract/people.ts'
import { signOut } from '../contract/sessions.ts'
import { createToken } from '../contract/tokens.ts'
import { openAccounts } from '../store/accounts/open.ts'

forEachStore('the access log', (open, engine) => {
  it('says its details in English and as clauses', async () => {
    const { machine, owner, invite } = await openOwnedServer(open, engine)
    const { id } = await invite('ann', 'operator')
    await owner.call(setBadge, { person: id, badge: 'badge of ann', pin: null })
    await owner.call(changePerson, {
      person: id,
      memberships: [
        { company: '*', role: 'viewer' },
        { company: 'main', role: 'manager' },
      ],
    })
    await owner.call(createToken, { name: 'shop', permissions: ['read', 'record'], days: 1 })
    await owner.call(signOut, {})
    const { entries } = await machine.call(listAccessLog, {})
    const [last] = entries
    expect(last).toMatchObject({ act: 'signed_out', detail: null, said: null })
    const told = new Map(entries.map(({ act, detail, said }) => [act, { detail, said }]))
    expect(told.get('badge_set')).toEqual({
      detail: 'new',
      said: { key: 'access.log.badge.new', values: {} },
    })
    expect(told.get('person_changed')).toEqual({
      detail: 'viewer of all companies, manager of main',
      said: {
        join: 'comma',
        parts: [
          { key: 'access.log.state.roleInAll', values: { role: 'viewer' } },
          { key: 'access.log.state.role', values: { role: 'manager', company: 'main' } },
        ],
      },
    })
    expect(told.get('token_created')!.detail).toBe('Looks, Records')
    expect(told.get('link_used')!.detail).toBe('invitation')
  })

  it('keeps what an older release wrote', async () => {
    const { accounts, address } = await newAccounts(engine)
    const before = [
      'alter table access_log drop column said',
      `insert into access_log (time, act, actor, subject, address, detail)
         values (0, 'signed_in', 'ann', null, '::1', 'badge at Dock 1')`,
      engine === 'sqlite' ? 'pragma user_version = 1' : 'update schema_version set version = 1',
    ]
    for (const statement of before) await sql.raw(statement).execute(accounts.db)
    const opened = await openAccounts(address)
    onTestFinished(() => opened.close())
    const rows = await opened.db.selectFrom('access_log').select(['detail', 'said']).execute()
    expect(rows).toEqual([{ detail: 'badge at Dock 1', said: null }])
  })
})
