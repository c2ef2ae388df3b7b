import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { proclaimed } from '../../codes/sec/pack/bank-holidays.ts'
import { packFact } from '../../codes/sec/pack/pack-fact.ts'
import { pack } from '../../codes/sec/pack.ts'
import { type CalendarDate, calendarDate, on } from '../domain/calendar/calendar-date.ts'
import { localTime, moment } from '../domain/calendar/moment.ts'
import type { Event } from '../domain/events.ts'
import { isRefused } from '../domain/refusal.ts'
import { type App, openApp } from './app.ts'
import { setClock } from './clock.ts'
import { demoStart, moveDemo, openDemo } from './demo.ts'

const root = join(import.meta.dirname, '../..')
let folder: string
let apps: App[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'codicil-demo-'))
  apps = []
})
afterEach(async () => {
  for (const app of apps) await app.close()
  rmSync(folder, { recursive: true })
})

async function opened(directory: string): Promise<App> {
  const app = await openApp(join(folder, directory))
  apps.push(app)
  return app
}

/** What a log tells, fact by fact. */
const told = ({ live }: App) =>
  live.entries.map(({ place, fact, subject, event, noted }) => ({ place, fact, subject, type: event?.type, noted }))

describe('a first start', () => {
  it('goes on where one was cut off between the register and its pack', async () => {
    const undisturbed = await opened('undisturbed')
    expect(await openDemo(undisturbed, root)).toBe('made')

    const cutOff = await opened('cut-off')
    await cutOff.log.moveClock(setClock(moment(demoStart, localTime('09:00'))))
    const command = { type: 'OpenRegister', code: pack.code, name: pack.name, demo: true } as const
    expect(
      isRefused(
        await cutOff.perform({ principal: { id: 'demo', roles: ['administrator'], actsFor: [], seats: [] }, command, key: 'open' }),
      ),
    ).toBe(false)

    expect(isRefused(await openDemo(cutOff, root))).toBe(false)
    expect(told(cutOff)).toEqual(told(undisturbed))
    expect(await openDemo(cutOff, root)).toBe('kept')
  })

  it('leaves no trace of a second one at the same time', async () => {
    const undisturbed = await opened('undisturbed')
    await openDemo(undisturbed, root)

    const both = [await opened('shared'), await opened('shared')] as const
    expect(await Promise.all(both.map((app) => openDemo(app, root)))).toEqual(['made', 'made'])
    for (const app of both) await app.present()
    for (const app of both) expect(told(app)).toEqual(told(undisturbed))
  })
})

describe('the demonstration', () => {
  it('goes on where a visitor has told what a later source tells', async () => {
    const app = await opened('visited')
    await openDemo(app, root)
    const date = proclaimed.find((day) => day > demoStart) as CalendarDate
    const event: Event = { type: 'HolidayDeclared', v: 1, date, name: 'A day off', division: 'england-and-wales' }
    const fact = { ...packFact(`holiday/${date}`, event, on(demoStart), { title: 'A visitor', where: 'here' }), fact: 'visitor/1' }
    const principal = { id: 'visitor', roles: ['importer'], actsFor: [], seats: [] } as const
    await app.perform({ principal, command: { type: 'ImportFacts', facts: [fact], whenMisfit: 'refuse' }, key: 'visitor' })

    expect(isRefused(await moveDemo(app, root, date))).toBe(false)
    expect((await app.present()).register.noted.map(({ subject }) => subject)).toContain(`holiday/${date}`)
    expect(await openDemo(app, root)).toBe('kept')
  })

  it('is read as of a day on which nothing was recorded and nothing came to its end', async () => {
    const app = await opened('idle')
    await openDemo(app, root)
    expect((await app.present()).register.on.slice(0, 10)).toBe('2019-10-04')
    const before = app.live.entries.length
    expect(isRefused(await moveDemo(app, root, calendarDate('2019-10-05')))).toBe(false)
    expect([(await app.present()).register.on.slice(0, 10), app.live.entries.length]).toEqual(['2019-10-05', before])
  })
})
