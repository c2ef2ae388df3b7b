import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actOfVerb } from '../../src/app/acting/forms.ts'
import { type PlainAct, readAct } from '../../src/app/acting/read-act.ts'
import { type HowToRecord, recordActs } from '../../src/app/acting/record-acts.ts'
import { type App, openApp } from '../../src/app/app.ts'
import { moveDemo, openDemo } from '../../src/app/demo.ts'
import { openRegister } from '../../src/app/open-register.ts'
import type { Principal } from '../../src/domain/access.ts'
import { waitingIn } from '../../src/domain/acting/waiting.ts'
import { type CalendarDate, calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import type { Subject } from '../../src/domain/entry.ts'
import { everything } from '../../src/domain/reader.ts'
import { isRefused, type Refused } from '../../src/domain/refusal.ts'
import { copyDemo } from './demo-copy.ts'

const root = join(import.meta.dirname, '../..')

/** Who administers the register, and records for everyone. */
export const administrator: Principal = { id: 'test-administrator', roles: ['administrator'], actsFor: [], seats: [] }
export const secondAdministrator: Principal = { ...administrator, id: 'test-second-administrator' }
/** Somebody who acts for these bodies and organisations. */
export const actingFor = (...actsFor: readonly Subject[]): Principal => ({ id: `test-${actsFor.join('-')}`, roles: [], actsFor, seats: [] })
/** Somebody who sits in a seat. */
export const sittingIn = (body: Subject, seat: string): Principal => ({
  id: `test-${seat}`,
  roles: [],
  actsFor: [],
  seats: [{ body, seat }],
})

/** An act as a scenario writes it: `act('convert', 'modification/84', { path: 'self-governance', route: 'refinement' })`. Throws for a bad field. */
export function act(verb: string, subject: Subject, fields: object = {}, recorded: object = {}): PlainAct {
  const type = actOfVerb(verb)
  if (!type) throw new Error(`there is no act ${verb}`)
  const read = readAct(type, subject, fields, recorded)
  if ('problems' in read) throw new Error(read.problems.map(({ field, problem }) => `${field}: ${problem}`).join('; '))
  return read.act
}

export type Process = Awaited<ReturnType<typeof openProcess>>

/** The demo register on 4 October 2019, or on a later day, to take steps in; `close` removes it. */
export async function openProcess(upTo?: string) {
  const opened = await openIn((app) => openDemo(app, root), copyDemo)
  const moveTo = async (day: CalendarDate) => {
    const moved = await moveDemo(opened.app, root, day)
    if (isRefused(moved)) throw new Error(moved.refused)
  }
  if (upTo) await moveTo(calendarDate(upTo))
  return { ...opened, moveTo: (day: string) => moveTo(calendarDate(day)) }
}

/** A real register with the rulebook and nothing else, as `codicil init` opens it. Its clock is the real one: all of 2019 is recorded late. */
export const openRealProcess = () => openIn((app) => openRegister(app, administrator, { demo: false }))

async function openIn(open: (app: App) => Promise<unknown>, prepare: (directory: string) => void = () => undefined) {
  const directory = mkdtempSync(join(tmpdir(), 'codicil-process-'))
  prepare(directory)
  const app = await openApp(directory)
  const opened = await open(app)
  if (isRefused(opened)) throw new Error(opened.refused)
  let sent = 0
  const send = (acts: readonly PlainAct[], principal: Principal, how: Partial<HowToRecord> = {}) =>
    recordActs(app, acts, { principal, key: `scenario ${++sent}`, ...how })
  return {
    app,
    send,
    /** Takes these steps; throws with the refusal where they are refused. */
    done: async (principal: Principal, ...acts: readonly PlainAct[]) => {
      const performed = await send(acts, principal)
      if (isRefused(performed)) throw new Error(told(performed))
      return performed
    },
    /** Takes steps that must be refused; throws where they are not. */
    refused: async (principal: Principal, ...acts: readonly PlainAct[]): Promise<Refused> => {
      const performed = await send(acts, principal)
      if (!isRefused(performed)) throw new Error(`it was recorded: ${performed.entries.map(({ event }) => event?.type).join(', ')}`)
      return performed
    },
    /** Takes the steps that stand, and lets the rest wait; throws where the set is refused. */
    noted: async (principal: Principal, ...acts: readonly PlainAct[]) => {
      const performed = await send(acts, principal, { whenUnfit: 'note' })
      if (isRefused(performed)) throw new Error(told(performed))
      return performed
    },
    /** Offers again what waits under an id, or confirms it. */
    confirm: (waiting: string, principal: Principal = administrator) =>
      app.perform({ principal, command: { type: 'ConfirmWaiting', waiting }, key: `confirm ${++sent}` }),
    /** The acts that wait. */
    waiting: async () => waitingIn(app.live.whole((await app.present()).stamp.moment)).filter(({ id }) => id.startsWith('waiting/')),
    /** Today's register, as who administers sees it. */
    register: async () => app.live.whole((await app.present()).stamp.moment),
    /** As it stood at the end of a day, with all that is known. */
    registerOn: async (day: string) => {
      const answer = await app.ask({ asof: calendarDate(day) }, everything)
      if (isRefused(answer)) throw new Error(answer.refused)
      return answer.register
    },
    close: async () => {
      await app.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const told = ({ refused: why, clause, remedies }: Refused) => `${why} [${clause}] (${remedies.join('; ')})`
