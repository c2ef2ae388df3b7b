import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { recordActs } from '../../src/app/acting/record-acts.ts'
import { missedBy, sendAgain, tellMissed } from '../../src/app/notices/again.ts'
import { takeBounce } from '../../src/app/notices/bounces/came-back.ts'
import { addContact, confirmedNow } from '../../src/app/notices/contacts.ts'
import { type Deliverer, delivererOf } from '../../src/app/notices/deliver.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import type { Contact, Notice } from '../../src/log/notices.ts'
import { type Returned, returned } from '../support/delivery-status.ts'
import { openPeopleSite, type PeopleSite } from '../support/people-site.ts'
import { act, administrator } from '../support/process.ts'
import { axeFindings } from '../support/site.ts'
import { startMailServer, type TestMailServer } from '../support/smtp.ts'

let mail: TestMailServer
let site: PeopleSite
let deliverer: Deliverer
let made = 0
let command: string
let before = 0

beforeAll(async () => {
  mail = await startMailServer()
  site = await openPeopleSite({
    log: 'real',
    url: 'https://codes.example',
    mail: { smtpUrl: mail.url, from: 'Codicil <codicil@codes.example>', bounces: 'bounces@codes.example' },
  })
  deliverer = delivererOf(site.app, grammar)
}, 60_000)
afterAll(async () => {
  await site.close()
  await mail.stop()
})
// Each test has a Draft Proposal of its own, with nobody told of it before.
beforeEach(async () => {
  for (const { id } of await site.app.notices.contacts()) await site.app.notices.deleteContact(id)
  before = mail.taken.length
})

const contact = async (address: string) => {
  const added = await addContact(site.app, { of: 'organisation/dcc', address, wants: ['steps'], confirmed: 'in writing' })
  if (isRefused(added)) throw new Error(added.refused)
  return added
}

async function raised() {
  const fields = { proposer: 'organisation/northern-powergrid', title: `A proposal ${++made}`, issue: 'Something is wrong' }
  const performed = await recordActs(
    site.app,
    [act('raise-draft-proposal', 'modification/new', fields, { by: 'organisation/northern-powergrid' })],
    {
      principal: administrator,
      key: `raise ${made}`,
    },
  )
  if (isRefused(performed)) throw new Error(performed.refused)
  command = performed.entries[0]?.command ?? ''
  return performed
}

/** The people’s clock to so many seconds after the proposal was raised: the log’s own stamps are real. */
const passTo = (seconds: number) => site.pass(Date.now() + 1_000 * seconds - Date.parse(site.people.now()))
/** What the mail server took in this test. */
const taken = () => mail.taken.slice(before)
const told = async (): Promise<readonly Notice[]> => site.app.notices.noticesOf(command)

describe('mail', () => {
  it('leaves once it was held, with facts, a note, a stable id and the way to leave, and is kept as it was sent', async () => {
    const { secret } = await contact('one@codes.example')
    await raised()
    const { run } = deliverer
    passTo(0)
    await run()
    expect([taken().length, (await told()).map(({ state }) => state)]).toEqual([0, ['held']])
    passTo(100)
    await run()
    const [sent] = taken()
    const [notice] = await told()
    expect(sent?.to).toEqual(['one@codes.example'])
    for (const part of [
      'Raised as a Draft Proposal',
      'https://codes.example/sec/SECMP0001',
      `/sec/told/${secret}`,
      `<${notice?.id}@codes.example>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ])
      expect(sent?.text).toContain(part)
    expect(notice).toMatchObject({ state: 'sent', outcome: '250 taken', tries: 1 })
    expect(notice?.text).toContain('Raised as a Draft Proposal')
  })

  it('leaves once, whoever delivers', async () => {
    await contact('two@codes.example')
    await raised()
    passTo(100)
    const [a, b] = [deliverer, delivererOf(site.app, grammar)]
    await Promise.all([a.run(), b.run(), a.run()])
    passTo(400)
    await Promise.all([a.run(), b.run()])
    expect(taken().map(({ to }) => to)).toEqual([['two@codes.example']])
  })

  it('to a mailbox that is not there is said to have come back, and nothing more is sent to it', async () => {
    const { id } = await contact('gone@codes.example')
    await raised()
    passTo(100)
    await deliverer.run()
    expect(await told()).toMatchObject([{ state: 'refused', outcome: expect.stringContaining('550 no such mailbox') }])
    expect(await site.app.notices.contact(id)).toMatchObject({ bounce: expect.stringContaining('550') })
    const [refused] = await told()
    const first = command
    await raised()
    await deliverer.run()
    expect(await told()).toEqual([])
    // Once its address is mended, what came back is sent again, and what it was not told is told; what became of it before is kept.
    expect(await sendAgain(site.app, refused?.id ?? '')).toMatchObject({ refused: expect.stringContaining('its mail came back') })
    const { bouncedAt, bounce, ...mended } = (await site.app.notices.contact(id)) as Contact
    await site.app.notices.saveContact({ ...mended, address: 'mended@codes.example' })
    expect(await sendAgain(site.app, refused?.id ?? '')).toBe(true)
    expect((await missedBy(site.app, command)).map(({ address }) => address)).toEqual(['mended@codes.example'])
    expect(await tellMissed(site.app, command)).toBe(true)
    passTo(101)
    await deliverer.run()
    expect(taken().map(({ to }) => to)).toEqual([['mended@codes.example'], ['mended@codes.example']])
    expect(await site.app.notices.noticesOf(first)).toMatchObject([
      { state: 'sent', address: 'mended@codes.example', before: [{ state: 'refused', address: 'gone@codes.example' }] },
    ])
    expect(await sendAgain(site.app, refused?.id ?? '')).toMatchObject({ refused: 'it did not come back' })
  })

  it('that is put off is tried again, later and later, and given up in the end', async () => {
    await contact('busy@codes.example')
    await raised()
    const { run } = deliverer
    passTo(100)
    await run()
    expect(await told()).toMatchObject([{ state: 'held', tries: 1, outcome: expect.stringContaining('451 come again later') }])
    passTo(150)
    await run()
    expect((await told())[0]?.tries).toBe(1)
    for (let days = 1; days <= 12; days++) {
      passTo(days * 86_400)
      await run()
    }
    expect(await told()).toMatchObject([{ state: 'given up', tries: 10 }])
    passTo(0)
  })
})

describe('a mail that comes back later', () => {
  const sent = async (address: string) => {
    const { id } = await contact(address)
    await raised()
    passTo(100)
    await deliverer.run()
    const [notice] = await told()
    if (!notice) throw new Error('nothing was sent')
    return { id, notice }
  }
  const take = (how: Returned) => takeBounce(site.app, Buffer.from(returned(how)))

  it('is found by the address to which it comes back, recorded against what was sent, and stops mail to the contact', async () => {
    const { id, notice } = await sent('later@codes.example')
    const [{ from = '', asked = '' } = {}] = taken()
    expect([from, asked]).toEqual([
      `bounces+${notice.id}@codes.example`,
      ` RET=HDRS ENVID=${notice.id} NOTIFY=FAILURE ORCPT=rfc822;later@codes.example`,
    ])
    const says = 'later@codes.example: it came back (5.1.1: 550 no such mailbox)'
    expect(await take({ to: from, recipient: 'later@codes.example' })).toEqual({ did: 'recorded', says })
    expect(await told()).toMatchObject([
      {
        state: 'refused',
        outcome: '5.1.1: 550 no such mailbox',
        before: [{ state: 'sent', outcome: '250 taken', address: 'later@codes.example' }],
      },
    ])
    expect(await site.app.notices.contact(id)).toMatchObject({ bounce: '5.1.1: 550 no such mailbox', bouncedAt: expect.any(String) })
    expect(await take({ to: from, recipient: 'later@codes.example' })).toMatchObject({ did: 'known already' })
    await raised()
    expect(await told()).toEqual([])
  })

  it('for a while only is given up, and the contact is told of the next', async () => {
    const { id, notice } = await sent('full@codes.example')
    await take({ messageId: notice.id, recipient: 'full@codes.example', status: '4.4.7' })
    expect(await told()).toMatchObject([{ state: 'given up', outcome: '4.4.7: 550 no such mailbox' }])
    expect((await site.app.notices.contact(id))?.bouncedAt).toBeUndefined()
  })

  it('changes nothing where it is only delayed, of another recipient, of nothing that was sent, or of several things', async () => {
    const { id, notice } = await sent('kept@codes.example')
    const { notice: another } = await sent('another@codes.example')
    const recipient = 'kept@codes.example'
    expect(await take({ messageId: notice.id, recipient, action: 'delayed', status: '4.4.1' })).toEqual({
      did: 'nothing',
      says: 'kept@codes.example: it is delayed, and the mail server still tries; nothing was changed',
    })
    const refusals: readonly (readonly [Returned, string])[] = [
      [{ messageId: notice.id, recipient: 'stranger@codes.example' }, 'it tells of another recipient than the one to whom that was sent'],
      [{ messageId: '7a1f3c52-9a40-4f0e-8d21-0c5b1f6e2a77', recipient }, 'it names something that was never sent from here'],
      [{ messageId: notice.id, envelope: another.id, recipient }, 'it names several things that were sent'],
      [{ recipient }, 'it names nothing that was sent from here'],
    ]
    for (const [how, line] of refusals) expect(await take(how)).toMatchObject({ refused: `${line}: nothing was changed` })
    expect([(await site.app.notices.notice(notice.id))?.state, (await site.app.notices.contact(id))?.bouncedAt]).toEqual([
      'sent',
      undefined,
    ])
  })

  it('stops no mail to an address that was mended or confirmed since', async () => {
    const { id, notice } = await sent('mended@codes.example')
    passTo(200)
    await site.app.notices.saveContact(confirmedNow((await site.app.notices.contact(id)) as Contact, site.app.people.now()))
    expect(await take({ messageId: notice.id, recipient: 'mended@codes.example' })).toMatchObject({ did: 'recorded' })
    expect((await site.app.notices.contact(id))?.bouncedAt).toBeUndefined()
  })
})

describe('the link of a mail', () => {
  it('shows what its reader is told of, confirms and changes it, and leaves with one press of a mail program', async () => {
    const added = await addContact(site.app, { of: 'body/ssc', address: 'new@codes.example', wants: ['steps'] })
    if (isRefused(added)) throw new Error(added.refused)
    await deliverer.run()
    expect(mail.taken.at(-1)?.text).toContain(`https://codes.example/sec/told/${added.secret}`)
    // Its address was mistyped, says its mail server later: that is known before anything else is sent.
    const asked = (await site.app.notices.latest(100)).find(({ recipient }) => recipient === `contact/${added.id}`)
    await takeBounce(site.app, Buffer.from(returned({ messageId: asked?.id ?? '', recipient: 'new@codes.example' })))
    expect(await site.app.notices.contact(added.id)).toMatchObject({ bounce: '5.1.1: 550 no such mailbox' })
    const path = `/sec/told/${added.secret}`
    const browser = site.browser()
    const page = await browser.get(path)
    expect([page.status, page.heading, await axeFindings(page.html)]).toEqual([200, 'What you are told of', []])
    expect((await site.app.notices.contact(added.id))?.verifiedAt).toBeUndefined()
    await browser.post(path, { wants: 'decisions' })
    expect(await site.app.notices.contact(added.id)).toMatchObject({ wants: ['decisions'], verifiedAt: expect.any(String) })
    // As a mail program sends it: from nowhere, without a cookie.
    const left = await browser.send(path, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
    expect([left.status, (await site.app.notices.contact(added.id))?.leftAt]).toEqual([200, expect.any(String)])
  })

  it('that is none is told nothing', async () => {
    expect((await site.browser().get('/sec/told/nothing')).status).toBe(404)
  })
})
