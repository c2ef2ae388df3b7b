import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import type { PlainAct } from '../../src/app/acting/read-act.ts'
import { recordActs } from '../../src/app/acting/record-acts.ts'
import { moveDemo } from '../../src/app/demo.ts'
import { addContact } from '../../src/app/notices/contacts.ts'
import { delivererOf } from '../../src/app/notices/deliver.ts'
import type { Principal } from '../../src/domain/access.ts'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import type { Moment } from '../../src/domain/calendar/moment.ts'
import type { Subject } from '../../src/domain/entry.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { openPeopleSite, type PeopleSite } from '../support/people-site.ts'
import { act, actingFor, administrator } from '../support/process.ts'
import { startMailServer, type TestMailServer } from '../support/smtp.ts'

/** Mails that a day brings: the demonstration's clock is moved, and the mail server is a real one. */

let mail: TestMailServer
let site: PeopleSite
let before = 0
let keys = 0

const contact = async (of: Subject, address: string, more: { readonly weeklySince?: Moment; readonly unreminded?: boolean } = {}) => {
  const added = await addContact(site.app, {
    of,
    address,
    wants: of === 'organisation/dcc' ? [] : ['consultations'],
    confirmed: 'in writing',
  })
  if (isRefused(added)) throw new Error(added.refused)
  await site.app.notices.saveContact({ ...added, ...more })
  return added
}
const done = async (principal: Principal, ...acts: readonly PlainAct[]) => {
  const recorded = await recordActs(site.app, acts, { principal, key: `timed ${++keys}` })
  if (isRefused(recorded)) throw new Error([recorded.refused, ...recorded.remedies].join('; '))
}
const moveTo = async (day: string) => {
  const moved = await moveDemo(site.app, join(import.meta.dirname, '../..'), calendarDate(day))
  if (isRefused(moved)) throw new Error(moved.refused)
}
/** Everything that is due leaves: put in, held, and sent, by two processes at once. */
const deliver = async () => {
  const [one, two] = [delivererOf(site.app, grammar), delivererOf(site.app, grammar)]
  await Promise.all([one.run(), two.run()])
  site.pass(100_000)
  await Promise.all([one.run(), two.run()])
  site.pass(100_000)
  await Promise.all([two.run(), one.run()])
}
const taken = () => mail.taken.slice(before)

beforeAll(async () => {
  mail = await startMailServer()
  site = await openPeopleSite({
    log: 'demo',
    url: 'https://codes.example',
    mail: { smtpUrl: mail.url, from: 'Codicil <codicil@codes.example>' },
  })
  site.pass(Date.now() - Date.parse(site.people.now()))
  await done(
    administrator,
    act('categorise-organisation', 'organisation/northern-powergrid', { category: 'Electricity Network Parties' }),
    act('categorise-organisation', 'organisation/british-gas', { category: 'Large Supplier Parties' }),
    act('set-parties', 'modification/46', { parties: ['Electricity Network Parties'] }),
    act('set-parties', 'modification/79', { parties: ['Electricity Network Parties'] }),
    act('summarise-plainly', 'modification/46', { summary: 'Network operators may limit what smart meters let a home draw.' }),
    act('rate-impact', 'modification/46', { category: 'Electricity Network Parties', impact: 'high', why: 'They send the commands' }),
  )
  const since = '2019-10-04T09:00' as Moment
  await contact('organisation/northern-powergrid', 'weekly@codes.example', { weeklySince: since })
  await contact('organisation/northern-powergrid', 'each@codes.example')
  await contact('organisation/northern-powergrid', 'unreminded@codes.example', { unreminded: true })
  await contact('organisation/british-gas', 'supplier@codes.example', { weeklySince: since })
  await contact('organisation/dcc', 'provider@codes.example')
}, 60_000)
afterAll(async () => {
  await site.close()
  await mail.stop()
})
beforeEach(() => {
  before = mail.taken.length
})

it('who has one mail a week is not told of a consultation at once', async () => {
  await done(
    administrator,
    act('issue-consultation', 'modification/46', { consultationKind: 'refinement', consultation: '46/refinement/1' }),
  )
  await deliver()
  expect(
    taken()
      .map(({ to: [address] }) => address)
      .toSorted(),
  ).toEqual(['each@codes.example', 'unreminded@codes.example'])
})

it('on Friday at nine the weekly mail tells what touches the category, once, whoever delivers', async () => {
  await moveTo('2019-10-11')
  await deliver()
  const weekly = taken().find(({ to: [address] }) => address === 'weekly@codes.example')
  expect(weekly?.text).toContain('Subject: 1 thing touches Electricity Network Parties, 1 to answer')
  for (const part of [
    'SECMP0046 Allow DNOs to control Electric Vehicle chargers connected to Smart Meter infrastructure',
    'Respond to the Refinement Consultation, by 25 October 2019 (10 Working Days left)',
    'HIGH impact: They send the commands',
    'Network operators may limit what smart meters let a home draw.',
    'https://codes.example/sec/SECMP0046/consultations/refinement/1/respond',
    'Change what you are told, or leave: https://codes.example/sec/told/',
  ])
    expect(weekly?.text).toContain(part)
  await deliver()
  const to = taken().map(({ to: [address] }) => address)
  expect(to.filter((address) => address === 'weekly@codes.example')).toHaveLength(1)
  expect(to).not.toContain('each@codes.example')
})

it('says so where nothing touches its reader', async () => {
  const told = (await site.app.notices.latest(50)).find(({ address, why }) => address === 'supplier@codes.example' && why === 'weekly')
  expect(told).toMatchObject({ state: 'sent', subject: 'Nothing for you this week.' })
  expect(told?.text).toContain('\n\nNothing for you this week.\n\n')
})

it('three Working Days before its answer is due who was asked is reminded, once, and not who answered, has one mail a week, or wants none', async () => {
  const day = '2019-10-22'
  const [ahead] = (await site.app.telling().toCome()).filter(({ duty }) => duty?.subject === 'modification/46')
  expect([ahead?.from, ahead?.contacts.map(({ address }) => address)]).toEqual([`${day}T09:00`, ['each@codes.example']])
  await moveTo('2019-10-21')
  await deliver()
  expect(taken().filter(({ text }) => text.includes('Subject: Reminder: SECMP0046'))).toEqual([])
  await moveTo(day)
  await deliver()
  await deliver()
  const reminders = taken().filter(({ text }) => text.includes('Subject: Reminder: SECMP0046'))
  expect(reminders.map(({ to }) => to)).toEqual([['each@codes.example']])
  expect(reminders[0]?.text).toContain('Respond to the Refinement Consultation, by 25 October 2019 (3 Working Days left)')
})

it('a reminder that rests is not sent to who answers meanwhile', async () => {
  const [powergrid, dcc] = [actingFor('organisation/northern-powergrid'), 'organisation/dcc' as Subject]
  await done(
    administrator,
    act('issue-consultation', 'modification/79', { consultationKind: 'refinement', consultation: '79/refinement/1' }),
  )
  await moveTo('2019-11-08') // 15 Working Days after 22 October end on 12 November
  const deliverer = delivererOf(site.app, grammar)
  site.pass(100_000) // who delivered before is gone
  await deliverer.run()
  const command =
    (await site.app.notices.latest(100)).find(
      ({ matter, listensFor }) => matter?.kind === 'reminder' && matter.subject === 'modification/79' && !listensFor.includes(dcc),
    )?.command ?? ''
  expect((await site.app.notices.noticesOf(command)).map(({ state, address }) => [state, address])).toEqual([
    ['held', 'each@codes.example'],
  ])
  await done(powergrid, act('respond', 'modification/79', { consultation: '79/refinement/1', noComment: true }))
  site.pass(100_000)
  await deliverer.run()
  expect((await site.app.notices.noticesOf(command)).map(({ state }) => state)).toEqual(['dropped'])
  expect(taken().filter(({ text, to: [address] }) => address === 'each@codes.example' && text.includes('Reminder: '))).toEqual([])
})
