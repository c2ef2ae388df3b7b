import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PlainAct } from '../../src/app/acting/read-act.ts'
import { willTell } from '../../src/app/notices/audience.ts'
import { collect } from '../../src/app/notices/collect.ts'
import { addContact } from '../../src/app/notices/contacts.ts'
import { undo } from '../../src/app/notices/undo.ts'
import type { Principal } from '../../src/domain/access.ts'
import { mayUndo } from '../../src/domain/acting/undo.ts'
import type { Subject } from '../../src/domain/entry.ts'
import type { Event } from '../../src/domain/events.ts'
import type { Topic } from '../../src/domain/notice/topics.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

let process: Process
const contact = (of: Subject, address: string, ...wants: readonly Topic[]) =>
  addContact(process.app, { of, address, wants: [...wants], confirmed: 'in writing' })

beforeAll(async () => {
  process = await openProcess()
  await process.done(
    administrator,
    act('categorise-organisation', 'organisation/northern-powergrid', { category: 'Electricity Network Parties' }),
  )
  await process.done(administrator, act('categorise-organisation', 'organisation/british-gas', { category: 'Large Supplier Parties' }))
  await contact('organisation/northern-powergrid', 'network@codes.example', 'consultations')
  await contact('organisation/british-gas', 'supplier@codes.example', 'consultations', 'decisions')
  await contact('organisation/e-on', 'uncategorised@codes.example', 'consultations')
  await contact('organisation/dcc', 'provider@codes.example')
  await contact('organisation/authority', 'authority@codes.example')
  await contact('body/tabasc', 'tabasc@codes.example', 'steps')
  await process.done(administrator, act('set-parties', 'modification/46', { parties: ['Electricity Network Parties'] }))
}, 60_000)
afterAll(() => process.close())

let position = 0
beforeEach(async () => {
  await collect(process.app)
  position = process.app.live.entries.length
})

/** The addresses that the preview of an act shows, and those that the outbox has once it is recorded. */
async function both(principal: Principal, ...acts: readonly PlainAct[]) {
  const register = await process.register()
  const would = await process.send(acts, principal, { dryRun: true })
  if (isRefused(would)) throw new Error(would.refused)
  const changes = would.acts.flatMap(({ proposed }) => proposed)
  const previewed = (await willTell(process.app, changes, register, undefined)).map(({ listener }) => listener.address ?? listener.id)
  const { entries } = await process.done(principal, ...acts)
  await collect(process.app)
  const sent = (await process.app.notices.noticesOf(entries[0]?.command ?? '')).map(({ address, recipient }) => address ?? recipient)
  expect(sent.toSorted()).toEqual(previewed.toSorted())
  return { to: previewed.toSorted(), entries }
}

const statesOf = async (command: string | undefined) => (await process.app.notices.noticesOf(command ?? '')).map(({ state }) => state)

describe('whom a change tells', () => {
  it('the register extract, once published: every Party, whatever it wants; another paper only who wants reports', async () => {
    const register = await process.register()
    const published = { type: 'PaperPublished', v: 1 } as unknown as Event
    const told = async (subject: Subject) =>
      (await willTell(process.app, [{ subject, event: published, class: 'white' }], register, undefined)).map(
        ({ listener }) => listener.address,
      )
    expect((await told('publication/register-extract-2019-10')).toSorted()).toEqual([
      'network@codes.example',
      'provider@codes.example',
      'supplier@codes.example',
      'uncategorised@codes.example',
    ])
    expect(await told('publication/kpi-return-2019-q3')).toEqual([])
  })

  it('a consultation: the contacts that want it, of the categories that it affects, or whose category nobody told', async () => {
    const issue = act('issue-consultation', 'modification/46', { consultationKind: 'refinement', consultation: '46/refinement/1' })
    expect((await both(administrator, issue)).to).toEqual(['network@codes.example', 'uncategorised@codes.example'])
  })

  it('one that affects nobody knows whom: all that want it', async () => {
    const issue = act('issue-consultation', 'modification/79', { consultationKind: 'refinement', consultation: '79/refinement/1' })
    expect((await both(administrator, issue)).to).toEqual([
      'network@codes.example',
      'supplier@codes.example',
      'uncategorised@codes.example',
    ])
  })

  it('who is asked, whatever it wants to be told of', async () => {
    const request = act('request-assessment', 'modification/79', { assessmentKind: 'PA', provider: 'organisation/dcc' })
    expect((await both(administrator, request)).to).toEqual(['provider@codes.example'])
  })

  it('of a document, who wants news of what it is about; of one that is not public, nobody', async () => {
    const file = { name: 'text.csv', base64: Buffer.from('clause,text\nD1,as drawn').toString('base64') }
    const attach = (classification: string) => act('attach-document', 'modification/46', { title: 'Legal text', file, classification })
    expect((await both(administrator, attach('white'))).to).toEqual(['tabasc@codes.example'])
    expect((await both(administrator, attach('amber'))).to).toEqual([])
  })

  it('nobody of what waits for a second person, before it stands', async () => {
    const holiday = act('declare-holiday', 'holiday/new', { date: '2028-06-01', name: 'A day' })
    expect((await both(administrator, holiday)).to).toEqual([])
  })

  it('nobody that has not confirmed, has left, or from whom mail comes back', async () => {
    const made = await addContact(process.app, { of: 'body/ssc', address: 'ssc@codes.example', wants: ['steps'] })
    if (isRefused(made)) throw new Error(made.refused)
    const hold = (n: number) =>
      act('set-parties', 'modification/84', { parties: [`Large Supplier Parties`, ...(n % 2 ? [] : ['Gas Network Parties'])] })
    expect((await both(administrator, hold(1))).to).toEqual(['tabasc@codes.example'])
    const confirmed = { ...made, verifiedAt: process.app.people.now() }
    await process.app.notices.saveContact(confirmed)
    expect((await both(administrator, hold(2))).to).toEqual(['ssc@codes.example', 'tabasc@codes.example'])
    await process.app.notices.saveContact({ ...confirmed, bouncedAt: process.app.people.now() })
    expect((await both(administrator, hold(3))).to).toEqual(['tabasc@codes.example'])
    await process.app.notices.saveContact({ ...confirmed, leftAt: process.app.people.now() })
    expect((await both(administrator, hold(4))).to).toEqual(['tabasc@codes.example'])
  })
})

describe('a slip', () => {
  const panel = actingFor('body/panel')

  it('is taken back by who recorded it, though he does not administer, and nobody is told', async () => {
    const { entries } = await both(panel, act('convert', 'modification/84', { path: 'self-governance', route: 'refinement' }))
    const undone = await undo(process.app, entries[0]?.position ?? 0, panel, 'undo 1')
    expect(isRefused(undone)).toBe(false)
    expect((await process.register()).subjects.get('modification/84')?.state).toMatchObject({ standing: { value: { stage: 'define' } } })
    expect(await statesOf(entries[0]?.command)).toEqual(['dropped'])
    const last = process.app.live.entries.at(-1)
    expect([last?.event, last?.capacity.by]).toEqual([null, 'body/panel'])
  })

  it('is not taken back by another', async () => {
    const { entries } = await both(panel, act('convert', 'modification/84', { path: 'self-governance', route: 'refinement' }))
    const refusal = await undo(process.app, entries[0]?.position ?? 0, administrator, 'undo 2')
    expect(isRefused(refusal) && refusal.refused).toBe('somebody else recorded it')
  })

  it('is not taken back once the time of the rule is over', async () => {
    const { entries } = await both(panel, act('comment', 'modification/86', { asks: false, text: 'No more is wanted' }))
    const register = await process.register()
    const later = (seconds: number) => new Date(Date.parse(entries[0]?.recordedAt ?? '') + 1_000 * seconds).toISOString()
    expect(mayUndo(register, entries, panel.id, later(90))).toBe(true)
    expect(mayUndo(register, entries, panel.id, later(91))).toMatchObject({
      refused: 'it was recorded more than 90 seconds ago, and those whom it concerns are told',
    })
  })

  it('of the Authority is corrected, and never taken back', async () => {
    const authority = actingFor('organisation/authority')
    const { entries } = await both(authority, act('expect-decision', 'modification/76', { day: '2019-11-20' }))
    const refusal = await undo(process.app, entries[0]?.position ?? 0, authority, 'undo 3')
    expect(isRefused(refusal) && [refusal.refused, refusal.remedies]).toEqual([
      'a vote, a response, and what the Authority did are corrected, and never undone',
      ['correct the entry, or say it anew'],
    ])
  })

  it('is not taken back with a vote that was recorded with it, nor for somebody else, whatever reason is sent', async () => {
    const board: Principal = { ...actingFor('body/change-board'), actsFor: ['body/change-board', 'body/panel'] }
    await process.done(panel, act('convert', 'modification/85', { path: 'self-governance', route: 'report' }))
    await process.done(panel, act('approve-report', 'modification/85'))
    const { entries } = await process.done(
      board,
      act('comment', 'modification/86', { asks: false, text: 'Seen' }, { by: 'body/panel' }),
      act('record-vote', 'modification/85', { outcome: 'approve' }, { by: 'body/change-board' }),
    )
    const comment = entries.find(({ subject }) => subject === 'modification/86')
    const strike = (fields: object, recorded: object) =>
      act('strike', 'modification/86', { place: comment?.place, why: 'A slip', ...fields }, { reason: 'A slip', ...recorded })
    expect((await process.refused(board, strike({ whole: true }, { by: 'body/panel' }))).notYours).toBe(true)
    expect((await process.refused(board, strike({}, { by: 'organisation/dcc' }))).notYours).toBe(true)
    await process.done(board, strike({}, { by: 'body/panel' }))
  })

  it('that was told already is told to have been struck, to the same', async () => {
    const { entries } = await both(administrator, act('set-parties', 'modification/85', { parties: ['Large Supplier Parties'] }))
    const told = await process.app.notices.noticesOf(entries[0]?.command ?? '')
    for (const { id } of told) await process.app.notices.delivered(id, { state: 'sent', outcome: '250 taken' })
    const strike = act('strike', 'modification/85', { place: entries[0]?.place ?? 0, why: 'a slip' })
    const struck = await process.done(administrator, strike)
    await collect(process.app)
    const toldAgain = await process.app.notices.noticesOf(struck.entries[0]?.command ?? '')
    expect(toldAgain.map(({ address }) => address).toSorted()).toEqual(['network@codes.example', 'tabasc@codes.example'])
  })
})

it('nobody is told of what a source tells of the past', async () => {
  await process.moveTo('2019-11-29')
  await collect(process.app)
  const told = await process.app.notices.latest(1_000)
  expect(process.app.live.entries.length).toBeGreaterThan(position)
  expect(told.filter(({ positions }) => positions.some((each) => each > position))).toEqual([])
})
