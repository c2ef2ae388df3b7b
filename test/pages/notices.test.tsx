import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addContact } from '../../src/app/notices/contacts.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { returned } from '../support/delivery-status.ts'
import { type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
let administrator: Person
let panel: Person
beforeAll(async () => {
  site = await openTestSite()
  administrator = await signIn(site, 'administrator')
  panel = await signIn(site, 'panel')
  for (const sample of ['dcc', 'party']) await signIn(site, sample)
}, 60_000)
afterAll(() => site.close())

const csrf = async (person: Person) =>
  (await person.open('/sec/account')).document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
const follow = async (person: Person, modification: string, follows = 'yes') =>
  person.post('/sec/follow', { csrf: await csrf(person), modification, follow: follows })

describe('contacts', () => {
  const addFile = (text: string, more: Readonly<Record<string, string>> = {}) =>
    administrator.send('/sec/contacts/file', { text, evidence: '', ...more })

  it('are added one by one by who administers, with who reads there and how that was confirmed', async () => {
    const fields = {
      of: 'organisation/northern-powergrid',
      address: 'One@Codes.example ',
      name: 'A. Reader',
      role: 'Regulation manager',
      wants: ['consultations', 'steps'],
      confirmed: 'its letter of 4 October 2019',
    }
    const form = Object.fromEntries(Object.entries({ ...fields, csrf: await csrf(administrator) }))
    expect((await administrator.post('/sec/contacts', form)).status).toBe(303)
    const { text, html } = await administrator.open('/sec/contacts')
    for (const part of ['A. Reader', 'one@codes.example', 'Regulation manager', 'Northern Powergrid', 'consultations, steps', 'never'])
      expect(text).toContain(part)
    expect(text).toMatch(/Confirmed on [^:]+:\d\d:\d\d: its letter of 4 October 2019/)
    expect(await axeFindings(html)).toEqual([])
  })

  it('are imported from a file after a look at it, by the names of organisations or their ids', async () => {
    const text =
      'for,address,name,role,topics\norganisation/dcc,two@codes.example,,,assessments\nSEC Panel,three@codes.example,B. Reader,Chair,\nsec panel,THREE@codes.example,,,'
    const look = await readPage(await addFile(text))
    expect([look.status, await axeFindings(look.html)]).toEqual([200, []])
    for (const part of [
      'It would add 2 contacts',
      'line 2 Adds two@codes.example, for DCC',
      'line 4 Nothing: three@codes.example, for SEC Panel, is line 3 already',
    ])
      expect(look.text).toContain(part)
    expect(await site.app.notices.contacts()).toHaveLength(1)
    expect((await addFile(text, { previewed: text })).status).toBe(303)
    expect((await administrator.open('/sec/contacts?state=unconfirmed')).text).toMatch(/2 contacts.*B\. Reader.*two@codes\.example/)
  })

  it('are confirmed several at once, with how they were, and ended', async () => {
    const [three, two] = ['three', 'two'].map(
      async (name) => (await site.app.notices.contacts()).find(({ address }) => address.startsWith(name))?.id ?? '',
    )
    const chosen = [(await three) ?? '', (await two) ?? '']
    const sent = { csrf: await csrf(administrator), chosen, evidence: '', confirmAll: 'yes' }
    expect((await administrator.post('/sec/contacts', sent)).status).toBe(422)
    expect((await administrator.post('/sec/contacts', { ...sent, evidence: 'a list signed on 1 October 2019' })).status).toBe(303)
    expect((await administrator.open('/sec/contacts?state=confirmed')).text).toContain('3 contacts')
    expect(await site.app.notices.contact(chosen[0] ?? '')).toMatchObject({ evidence: 'a list signed on 1 October 2019' })
    await administrator.post('/sec/contacts', { csrf: await csrf(administrator), chosen, endAll: 'yes' })
    expect(await site.app.notices.contacts()).toHaveLength(1)
    await addFile('for,address,topics\norganisation/dcc,two@codes.example,assessments', {
      previewed: 'for,address,topics\norganisation/dcc,two@codes.example,assessments',
    })
    expect((await administrator.open('/sec/mine')).text).toContain('1 contact not confirmed yet')
  })

  it('of which a line is wrong are added by none of the lines, and what is wrong is told by its line', async () => {
    const text = 'for,address\ndcc,four@codes.example\nNobody plc,five@codes.example\npanel,five'
    const page = await readPage(await addFile(text, { previewed: text }))
    expect(page.status).toBe(422)
    expect(page.text).toContain('line 3 Cannot be read: expected the name or the id of a body or an organisation, and “Nobody plc” came')
    expect(page.text).toContain('line 4 Cannot be read: expected an address like name@example.org, and “five” came')
    expect((await administrator.open('/sec/contacts')).text).not.toContain('four@codes.example')
    expect((await readPage(await addFile('one, two'))).text).toContain(
      'expected the names of the columns (for, address, name, role, topics)',
    )
  })

  it('that are there already are refused', async () => {
    const again = await administrator.post('/sec/contacts', {
      csrf: await csrf(administrator),
      of: 'organisation/northern-powergrid',
      address: 'one@codes.example',
    })
    expect([again.status, (await readPage(again)).text]).toEqual([
      409,
      expect.stringContaining('one@codes.example is a contact of it already'),
    ])
  })
})

describe('a consultation', () => {
  const at = '/sec/MP079/consultations/refinement/1'

  it('says who was sent what of it, when, and what became of it; once an address is mended it is sent again', async () => {
    const { app } = site
    const issued = { consultation: '79/refinement/1', consultationKind: 'refinement' }
    expect((await administrator.send('/sec/acts/issue-consultation/modification/79', issued)).status).toBe(303)
    const page = await administrator.open(at)
    const told = page.document.querySelector('#told')
    expect(textOf(told)).toMatch(/Northern Powergrid\s*one@codes\.example/)
    expect(await axeFindings(page.html)).toEqual([])
    const notice = (await app.notices.latest(10)).find(({ address }) => address === 'one@codes.example')
    const contact = (await app.notices.contacts()).find(({ address }) => address === 'one@codes.example')
    if (!notice || !contact) throw new Error('nobody was told')
    await app.notices.delivered(notice.id, { state: 'refused', outcome: '550 no such mailbox' })
    await app.notices.saveContact({ ...contact, bouncedAt: '2019-10-04T12:00:00.000Z', bounce: '550 no such mailbox' })
    const back = (await administrator.open(at)).document.querySelector('#told')
    expect(textOf(back)).toContain('1 came back')
    expect(back?.querySelector(`a[href="/sec/contacts/${contact.id}"]`)?.textContent).toContain('Mend its address')

    // A Party is told of its own, and of no address; who is neither, of nothing.
    const party = await signIn(site, 'party')
    const own = textOf((await party.open(at)).document.querySelector('#told'))
    expect([own.includes('What you were sent'), own.includes('Came back'), own.includes('@')]).toEqual([true, true, false])
    expect((await (await signIn(site, 'authority')).open(at)).document.querySelector('#told')).toBeNull()

    const mended = { of: contact.of, address: 'mended@codes.example', wants: ['consultations', 'steps'], confirmed: 'yes' }
    expect((await administrator.send(`/sec/contacts/${contact.id}`, mended)).status).toBe(303)
    const { document } = await administrator.open(at)
    const again = [...document.querySelectorAll('#told form')].find((form) => form.querySelector('button[name=again]'))
    const hidden = [...(again?.querySelectorAll('input') ?? [])].map((input) => [input.getAttribute('name'), input.getAttribute('value')])
    const sent = await administrator.post('/sec/outbox', { ...Object.fromEntries(hidden), again: notice.id })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, at])
    expect(textOf((await administrator.open(at)).document.querySelector('#told'))).toMatch(
      /mended@codes\.example.*Waits.*Before: came back from one@codes\.example/,
    )
    await administrator.send(`/sec/contacts/${contact.id}`, { ...mended, address: 'one@codes.example' })
  })
})

describe('one mail a week', () => {
  it('is chosen by the link of a mail, is told to come in the outbox, and is sent for nothing else', async () => {
    const added = await addContact(site.app, { of: 'organisation/british-gas', address: 'week@codes.example', confirmed: 'in writing' })
    if (isRefused(added)) throw new Error(added.refused)
    const at = `/sec/told/${added.secret}`
    const page = await administrator.open(at)
    expect([textOf(page.document.querySelector('#how-weekly-hint')).slice(0, 30), await axeFindings(page.html)]).toEqual([
      'With what touches your categor',
      [],
    ])
    await administrator.send(at, { how: 'weekly' })
    expect(await site.app.notices.contact(added.id)).toMatchObject({ weeklySince: expect.stringMatching(/^2019-10-04T/), unreminded: true })
    const outbox = await administrator.open('/sec/outbox')
    expect(outbox.text).toMatch(/The weekly mail\s*11 October 2019, 09:00\s*British Gas: week@codes\.example/)
    expect(await axeFindings(outbox.html)).toEqual([])
    expect((await administrator.open('/sec/contacts')).text).toContain('one mail a week')
    await site.app.notices.deleteContact(added.id)
  })
})

describe('a mail that came back', () => {
  const sent = async () => {
    const [notice] = await site.app.notices.latest(1)
    if (!notice) throw new Error('nothing was sent')
    await site.app.notices.delivered(notice.id, { state: 'sent', outcome: '250 taken', subject: 'MP079: a consultation', text: 'Words' })
    return notice
  }
  const take = async (text: string) => readPage(await administrator.send('/sec/outbox/came-back', { text }))

  it('is taken as the mail server sent it back; what matches nothing that was sent changes nothing', async () => {
    const { id, address = '' } = await sent()
    const page = await administrator.open('/sec/outbox/came-back')
    expect([page.heading, await axeFindings(page.html)]).toEqual(['Mail that came back', []])
    const words = await take('I am away')
    expect([words.status, words.text]).toEqual([
      409,
      expect.stringContaining('It is no delivery status notification (RFC 3464): nothing was changed'),
    ])
    expect((await take(returned({ messageId: id, recipient: address }))).text).toContain(
      `${address}: it came back (5.1.1: 550 no such mailbox).`,
    )
    expect((await administrator.open('/sec/outbox')).text).toMatch(/Came back\s*5\.1\.1: 550 no such mailbox.*Before: sent from/)
    await site.app.notices.again(id, address)
  })

  it('in other words is said by hand: when, why, and whether for good', async () => {
    const { id, address } = await sent()
    const at = `/sec/outbox/came-back?notice=${id}`
    const page = await administrator.open(at)
    expect([page.heading, page.text.includes(address ?? '-'), await axeFindings(page.html)]).toEqual(['It came back', true, []])
    const early = await readPage(await administrator.send(at, { at: '2019-10-04T12:00', why: 'He left the company' }))
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('When it came back is before it was sent')])
    const sentAt = (await site.app.notices.notice(id))?.doneAt ?? ''
    const shown = new Date(sentAt).toLocaleString('sv-SE', { timeZone: 'Europe/London' }).slice(0, 16).replace(' ', 'T')
    const said = await administrator.send(at, { at: shown, why: 'He left the company' })
    expect([said.status, await site.app.notices.notice(id)]).toMatchObject([303, { state: 'given up', outcome: 'He left the company' }])
    await site.app.notices.again(id, address ?? '')
  })
})

describe('a form', () => {
  it('says whom it will tell before anything is recorded, where it holds enough', async () => {
    const { document, html } = await panel.open('/sec/acts/convert/modification/84?path=self-governance')
    expect(textOf(document.querySelector('.app-audience summary'))).toBe('This will tell 1 contact of 1 organisation')
    expect(textOf(document.querySelector('.app-audience'))).not.toContain('one@codes.example')
    expect(await axeFindings(html)).toEqual([])
  })

  it('shows who administers the addresses, the words, and a field for a note above them', async () => {
    const { document } = await administrator.open(
      '/sec/acts/issue-consultation/modification/46?consultationKind=refinement&consultation=46/refinement/1&text=Do+you+agree%3F',
    )
    const shown = textOf(document.querySelector('.app-audience'))
    for (const part of ['one@codes.example', 'SECMP0046 Allow DNOs', 'Refinement Consultation opened for 15 Working Days', 'Do you agree?'])
      expect(shown).toContain(part)
    expect(document.querySelector('textarea[name="notice.note"]')).not.toBeNull()
  })

  it('says that it depends, where it does not hold enough', async () => {
    const { document } = await panel.open('/sec/acts/comment/modification/84')
    expect(textOf(document.querySelector('.app-audience summary'))).toBe(
      'This may tell 1 contact of 1 organisation; the preview shows whom it will',
    )
  })
})

describe('what was recorded', () => {
  it('is in the outbox with its recipients, its words and the note, and in a demonstration nothing is sent', async () => {
    await follow(administrator, 'DP085')
    await follow(await signIn(site, 'party'), 'DP085')
    const fields = { parties: ['Electricity Network Parties'], 'notice.note': 'With our apologies' }
    const sent = await administrator.send('/sec/acts/set-parties/modification/85', fields)
    expect(sent.status).toBe(303)
    const { text, html } = await administrator.open('/sec/outbox?about=modification/85')
    for (const part of [
      'nothing is sent',
      'DP085',
      'Affects Electricity Network Parties',
      'Waits',
      'With our apologies',
      'one@codes.example',
    ])
      expect(text).toContain(part)
    expect(await axeFindings(html)).toEqual([])
    // One clock is shown: that of the demonstration, not the machine's.
    expect([
      text.includes('recorded on 4 October 2019 at 09:0'),
      text.includes('not before 4 October 2019 at 09:0'),
      /20[2-9]\d/.test(text),
    ]).toEqual([true, true, false])
    expect((await administrator.open('/sec/outbox?about=modification/84')).text).toContain('Nothing is in it.')
  })

  it('is taken back with one press where it lands, by who recorded it, and the outbox drops it', async () => {
    await administrator.send('/sec/acts/determine-ready/modification/84', { 'recorded.by': 'body/change-sub-committee' })
    const sent = await panel.send('/sec/acts/convert/modification/84', { path: 'self-governance', route: 'refinement' })
    const landed = await panel.open(sent.headers.get('location') ?? '')
    const form = landed.document.querySelector('form.app-undo')
    expect(textOf(form)).toMatch(/^Undo Nobody is told before \d\d:\d\d:\d\d/)
    const hidden = [...(form?.querySelectorAll('input') ?? [])].map((input) => [input.name, input.value])
    const undone = await panel.post('/sec/outbox', Object.fromEntries(hidden))
    expect(undone.headers.get('location')).toMatch(/^\/sec\/MP084\?recorded=/)
    const { undo } = Object.fromEntries(hidden)
    expect((await panel.open('/sec/outbox')).document.querySelector(`input[name=undo][value="${undo}"]`)).toBeNull()
    expect((await panel.open('/sec/DP084')).text).toContain('Draft Proposal')
    expect((await administrator.open('/sec/outbox?about=modification/84')).text).toContain('Dropped: taken back before it left')
  })

  it('by the Authority has no undo, and says what to do instead', async () => {
    const authority = await signIn(site, 'authority')
    const sent = await authority.send('/sec/acts/expect-decision/modification/76', { day: '2019-11-20' })
    const landed = await readPage(await authority.get(sent.headers.get('location') ?? ''))
    expect(landed.document.querySelector('form.app-undo')).toBeNull()
    expect(landed.text).toContain(
      'There is no undo: a vote, a response, and what the Authority did are corrected, and never undone. To mend it, correct the entry',
    )
  })

  it('of others is not in the outbox of who does not administer', async () => {
    const dcc = await signIn(site, 'dcc')
    expect((await dcc.open('/sec/outbox')).text).toContain('Nothing is in it.')
    expect((await dcc.post('/sec/outbox', { csrf: await csrf(dcc), command: 'any', note: 'mine' })).status).toBe(403)
  })
})

it('a modification is followed, and no longer, by who signed in', async () => {
  await follow(panel, 'DP086')
  expect((await panel.open('/sec/DP086')).text).toContain('You follow it: stop')
  await follow(panel, 'DP086', 'no')
  expect((await panel.open('/sec/DP086')).text).not.toContain('You follow it')
  expect((await follow(panel, 'DP999')).status).toBe(404)
})

describe('whom it tells is said before it is recorded', () => {
  beforeAll(async () => {
    const fields = { of: 'organisation/e-on', address: 'rules@codes.example', wants: ['rules', 'meetings', 'steps'], confirmed: 'yes' }
    expect((await administrator.send('/sec/contacts', fields)).status).toBe(303)
  })

  it('of several drafts as one set', async () => {
    await administrator.send('/sec/acts/comment/modification/79', { text: 'Seen.', later: 'yes', 'recorded.by': 'body/panel' })
    const id = (await administrator.open('/sec/drafts')).document.querySelector('input[name=draft]')?.getAttribute('value') ?? ''
    const preview = await readPage(await administrator.send('/sec/drafts', { draft: id, preview: 'yes' }))
    expect(textOf(preview.document.querySelector('#preview'))).toMatch(/This will tell \d+ contacts? of .*rules@codes\.example/)
  })

  it('of rows from a file, once a second person confirms them, and again in the queue', async () => {
    const file = (await (await site.request('/sec/rulebook.json')).json()) as { rows: { id: string; value: object }[] }
    const rows = file.rows.map((row) => (row.id === 'adoption-window' ? { ...row, value: { kind: 'working days', days: 12 } } : row))
    const text = JSON.stringify({ ...file, rows })
    const differs = await readPage(await administrator.send('/sec/rulebook/file', { text }))
    expect(textOf(differs.document.querySelector('#preview'))).toMatch(/Once it stands, this will tell 1 contact of 1 organisation/)
    await administrator.send('/sec/rulebook/file', { text, previewed: text })
    expect((await administrator.open('/sec/queue')).text).toMatch(
      /12 Working Days.*Once it stands, this will tell 1 contact of 1 organisation/,
    )
  })

  it('of a year of meetings from a file', async () => {
    const text = 'body,day\nbody/panel,2019-12-13'
    expect((await readPage(await administrator.send('/sec/meetings/file', { text }))).text).toContain('This will tell')
  })
})
