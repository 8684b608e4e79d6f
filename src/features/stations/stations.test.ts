import { expect, it } from 'vitest'
import {
  openBrowser,
  openOwnedServer,
  problemLike as problem,
} from '../../../test/support/accounts.ts'
import { accept, forEachStore } from '../../../test/support/stores.ts'
import { setBadge } from '../../contract/people.ts'
import { changeOperator, whoAmI } from '../../contract/sessions.ts'
import { calibrateStation, changeStation, registerStation } from '../../contract/stations.ts'

const minuteMs = 60_000

forEachStore('stations', (open, engine) => {
  it('let people change by badge and PIN, and do no more than they need there', async () => {
    const { place, clock, owner, invite, session, ledger } = await openOwnedServer(open, engine)
    await accept(ledger, 'create_location', { code: 'DOCK-1' })
    const { id } = await invite('ann', 'operator')
    await owner.call(setBadge, { person: id, badge: 'K7Q2M9XT' })
    await owner.call(setBadge, { person: session.person!.id, badge: 'BADGE-2', pin: '4711' })
    await expect(
      owner.call(setBadge, { person: id, badge: 'SRT:BADGE:BADGE-2' }),
    ).rejects.toMatchObject(problem('name_taken', /badge of Olu/))
    const elsewhere = openBrowser(place)
    await expect(elsewhere.call(changeOperator, { badge: 'K7Q2M9XT' })).rejects.toMatchObject(
      problem('permission_denied', /registered stations/),
    )
    const wish = { name: 'Dock 1', company: 'main', idleMinutes: 5 }
    await expect(
      owner.call(registerStation, { ...wish, location: 'NOWHERE' }),
    ).rejects.toMatchObject(problem('input_invalid', /no location NOWHERE/))
    const { station } = await owner.call(registerStation, { ...wish, location: 'dock-1' })
    const scan = (badge: string, pin?: string) =>
      owner.call(changeOperator, { badge, ...(pin !== undefined && { pin }) })
    const told = await scan('SRT:BADGE:K7Q2M9XT')
    expect(told.session).toMatchObject({
      person: { login: 'ann' },
      station: { name: 'Dock 1', location: 'dock-1' },
      idleSeconds: 300,
    })
    await owner.call(calibrateStation, { calibration: { suffix: 'Enter' } })
    expect(await scan('BADGE-2')).toMatchObject({
      needsPin: true,
      session: { person: { login: 'ann' } },
    })
    await expect(scan('BADGE-2', '0000')).rejects.toMatchObject(problem('sign_in_refused', /PIN/))
    await expect(scan('BADGE-9')).rejects.toMatchObject(problem('sign_in_refused', /Nobody has/))
    const byBadge = await scan('BADGE-2', '4711')
    expect(byBadge.session).toMatchObject({
      person: { login: 'olu' },
      permissions: ['read', 'record', 'manage'],
      station: { calibration: { suffix: 'Enter' } },
    })
    await expect(
      owner.call(changeStation, { station: station.id, idleMinutes: 100 }),
    ).rejects.toMatchObject(problem('permission_denied'))
    clock.time += 6 * minuteMs
    expect(await owner.call(whoAmI, {})).toMatchObject({
      as: 'nobody',
      station: { name: 'Dock 1' },
    })
  })
})
