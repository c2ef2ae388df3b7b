// What the tables beside the log must do for contacts and the outbox.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Moment } from '../../src/domain/calendar/moment.ts'
import type { Contact, NewNotice, Notices } from '../../src/log/notices.ts'
import { openSqliteNotices } from '../../src/log/sqlite-notices.ts'
import { openSqlitePeople } from '../../src/log/sqlite-people.ts'

let folder: string
let path: string
let notices: Notices
let now: string
const at = (seconds: number) => new Date(Date.parse('2026-03-02T09:00:00.000Z') + 1_000 * seconds).toISOString()
const noon = '2026-03-02T12:00' as Moment

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codicil-notices-'))
  path = join(folder, 'log.sqlite')
  now = at(0)
  notices = openSqliteNotices(path, { now: () => now })
  await notices.begin({ position: 10, moment: noon })
})
afterEach(async () => {
  await notices.close()
  rmSync(folder, { recursive: true, force: true })
})

const contact: Contact = {
  id: 'a',
  of: 'organisation/dcc',
  address: 'a@codes.example',
  wants: ['steps'],
  addedAt: at(0),
  secret: 'secret a',
}
const notice = (recipient: string, told: Partial<NewNotice> = {}): NewNotice => ({
  command: 'one',
  recipient,
  listensFor: ['organisation/dcc'],
  address: `${recipient}@codes.example`,
  why: 'wanted',
  positions: [11, 12],
  heldUntil: at(90),
  ...told,
})
const due = async (seconds: number, moment = noon) => (await notices.due(at(seconds), moment)).map(({ recipient }) => recipient)

describe('a contact', () => {
  it('is read as it was saved, and found by its secret', async () => {
    const saved = { ...contact, verifiedAt: at(1), bouncedAt: at(2), bounce: '550 no such mailbox', leftAt: at(3) }
    expect(await notices.saveContact(contact)).toBe('saved')
    expect(await notices.contacts()).toEqual([contact])
    expect(await notices.saveContact(saved)).toBe('saved')
    expect([await notices.contact('a'), await notices.contactOfSecret('secret a'), await notices.contactOfSecret('secret')]).toEqual([
      saved,
      saved,
      undefined,
    ])
  })

  it('is there once for each address of a body or an organisation', async () => {
    await notices.saveContact(contact)
    expect(await notices.saveContact({ ...contact, id: 'b', secret: 'secret b' })).toBe('taken')
    expect(await notices.saveContact({ ...contact, id: 'b', secret: 'secret b', of: 'body/panel' })).toBe('saved')
  })
})

describe('the outbox', () => {
  it('is filled once from a place of the log, whoever comes second', async () => {
    const other = openSqliteNotices(path, { now: () => now })
    const to = { position: 12, moment: noon }
    expect(await Promise.all([notices.collect(10, to, [notice('x')], []), other.collect(10, to, [notice('x')], [])])).toEqual([true, false])
    expect(await notices.noticesOf('one')).toHaveLength(1)
    expect(await notices.cursor()).toEqual(to)
    await other.close()
  })

  it('lets nothing leave before its time, nor before the end of an embargo', async () => {
    await notices.collect(10, { position: 12, moment: noon }, [notice('x'), notice('y', { notBefore: '2026-03-02T17:00' as Moment })], [])
    expect([await due(89), await due(90)]).toEqual([[], ['x']])
    expect(await due(90, '2026-03-02T17:00' as Moment)).toEqual(expect.arrayContaining(['x', 'y']))
  })

  it('drops what tells of nothing more once it is struck, and shortens what does', async () => {
    await notices.collect(10, { position: 13, moment: noon }, [notice('x'), notice('y', { command: 'two', positions: [12, 13] })], [])
    await notices.collect(13, { position: 14, moment: noon }, [], [11, 12])
    expect((await notices.noticesOf('one')).map(({ state }) => state)).toEqual(['dropped'])
    expect((await notices.noticesOf('two')).map(({ state, positions }) => [state, positions])).toEqual([['held', [13]]])
  })

  it('does not drop what has left', async () => {
    await notices.collect(10, { position: 12, moment: noon }, [notice('x')], [])
    const [{ id } = { id: '' }] = await notices.due(at(90), noon)
    expect(await notices.take(id, at(600))).toBe(true)
    await notices.delivered(id, { state: 'sent', outcome: '250 taken', subject: 'a', text: 'b' })
    await notices.collect(12, { position: 13, moment: noon }, [], [11, 12])
    expect(await notices.noticesOf('one')).toMatchObject([{ state: 'sent', outcome: '250 taken', subject: 'a', text: 'b', tries: 1 }])
  })

  it('takes up again what was being sent when a process ended', async () => {
    await notices.collect(10, { position: 12, moment: noon }, [notice('x')], [])
    const [{ id } = { id: '' }] = await notices.due(at(90), noon)
    await notices.take(id, at(600))
    expect([await due(599), await due(600)]).toEqual([[], ['x']])
  })
})

it('a lease is of one holder, until it has run out', async () => {
  const take = (holder: string, seconds: number) => notices.lease('mail', holder, at(seconds))
  expect([await take('a', 60), await take('b', 60), await take('a', 90)]).toEqual([true, false, true])
  now = at(91)
  expect([await take('b', 150), await take('a', 150)]).toEqual([true, false])
})

it('an account follows a subject until it does no longer', async () => {
  const people = openSqlitePeople(path, { now: () => now })
  await people.saveAccount({ id: 'a', label: 'Party', roles: [], actsFor: [], seats: [], disabled: false })
  await notices.follow('a', 'modification/84')
  await notices.follow('a', 'modification/84')
  expect(await notices.followers()).toEqual([{ account: 'a', subject: 'modification/84' }])
  await notices.unfollow('a', 'modification/84')
  expect(await notices.followers()).toEqual([])
  await people.close()
})
