import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { find } from '../../src/domain/register.ts'
import { type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

const convert = '/sec/acts/convert/modification/84'
const whole = { path: 'self-governance', route: 'refinement' }

describe('the form of an act', () => {
  let site: TestSite
  let administrator: Person
  beforeAll(async () => {
    site = await openTestSite()
    administrator = await signIn(site, 'administrator')
    for (const id of [84, 85])
      await administrator.send(`/sec/acts/determine-ready/modification/${id}`, { 'recorded.by': 'body/change-sub-committee' })
  })
  afterAll(() => site.close())

  const standing = async (id: string) => find((await site.app.present()).register, 'modification', id)?.state.standing.value

  it('is reached from the page of what it is done to, has no fault that axe finds, and runs no script', async () => {
    const page = await administrator.open('/sec/DP084')
    expect([...page.document.querySelectorAll('nav.app-offered a')].map((link) => link.getAttribute('href'))).toContain(convert)
    const form = await administrator.open(convert)
    expect(form.heading).toBe('DP084Convert to a Modification Proposal')
    expect(await axeFindings(form.html)).toEqual([])
    expect(form.document.querySelectorAll('script')).toHaveLength(0)
  })

  it('leads from each error to its field, and keeps what was written', async () => {
    const response = await administrator.send(convert, { route: 'refinement', 'recorded.on': '31 February 2019' })
    expect(response.status).toBe(422)
    const page = await readPage(response)
    const links = [...page.document.querySelectorAll('.govuk-error-summary a')]
    expect(links.map((link) => link.textContent)).toEqual([
      'Path: choose one',
      'Day on which it was done: expected a day of the calendar like 2019-10-04, and "2019-02-31" was given',
    ])
    for (const link of links) expect(page.document.querySelector(link.getAttribute('href') ?? ''), link.textContent ?? '').not.toBeNull()
    expect(page.document.querySelector('input[value=refinement]')?.hasAttribute('checked')).toBe(true)
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('shows before it records what it would record, and records nothing', async () => {
    const before = site.app.live.entries.length
    const page = await readPage(await administrator.send(convert, { ...whole, preview: 'yes' }))
    expect(page.text).toContain(
      'Nothing is recorded yet. This would be:DP084, 4 October 2019: Path set by the Panel: Path 3: Self-Governance',
    )
    expect(site.app.live.entries).toHaveLength(before)
  })

  it('records once what is sent twice with the same key', async () => {
    const page = await administrator.open(convert)
    const hidden = Object.fromEntries(
      [...page.document.querySelectorAll('main form.app-form input[type=hidden]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    const before = site.app.live.entries.length
    const [first, second] = await Promise.all([
      administrator.post(convert, { ...hidden, ...whole }),
      administrator.post(convert, { ...hidden, ...whole }),
    ])
    expect([first.status, second.status]).toEqual([303, 303])
    expect(site.app.live.entries.length).toBe(before + 2)
    expect(await standing('84')).toEqual({ stage: 'refine', step: 'refinement' })
    const told = await administrator.open(first.headers.get('location') ?? '')
    expect(told.document.querySelector('.govuk-notification-banner')?.textContent).toContain(
      'Converted to a Modification Proposal by the Panel',
    )
    expect(await axeFindings(told.html)).toEqual([])
  })

  it('two people who do the same at once get one winner, and one plain message with its rule', async () => {
    const panel = await signIn(site, 'panel')
    const path = '/sec/acts/convert/modification/85'
    const answers = await Promise.all([administrator.send(path, whole), panel.send(path, whole)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const loser = answers.find(({ status }) => status === 409)
    const page = await readPage(loser as Response)
    expect(page.text).toContain('It was converted already, on 4 October 2019Nothing was recorded. By rule conversion-by')
    expect(page.text).toContain('What would make it lawful')
  })

  it('is refused to who may not take it, with who may', async () => {
    const group = await signIn(site, 'working-group')
    const page = await group.open('/sec/acts/convert/modification/87')
    expect(page.status).toBe(403)
    expect(page.heading).toBe('SEC Panel takes this step; you act for Working Group')
    expect((await site.open('/sec/acts/convert/modification/87')).heading).toBe('SEC Panel takes this step; you have not signed in')
    expect((await group.open('/sec/DP087')).html).not.toContain('/acts/convert/')
  })

  it('shows what rules warn of before it records, and says then that it is done all the same', async () => {
    const before = site.app.live.entries.length
    const path = '/sec/acts/convert/modification/86'
    const page = await readPage(await administrator.send(path, whole))
    expect(page.text).toContain('Nothing recorded says that it was determined ready for conversion')
    expect(page.document.querySelector('main form.app-form button')?.textContent?.trim()).toBe(
      'Convert to a Modification Proposal all the same',
    )
    expect([await axeFindings(page.html), site.app.live.entries.length]).toEqual([[], before])
  })

  it('is saved for later, opened again, and recorded with others as one set in any order', async () => {
    const determine = '/sec/acts/determine-ready/modification/86'
    expect((await administrator.send('/sec/acts/convert/modification/86', { ...whole, later: 'yes' })).headers.get('location')).toBe(
      '/sec/drafts',
    )
    await administrator.send(determine, { later: 'yes', 'recorded.by': 'body/change-sub-committee' })
    const drafts = await administrator.open('/sec/drafts')
    expect(await axeFindings(drafts.html)).toEqual([])
    const ids = [...drafts.document.querySelectorAll('input[name=draft]')].map((input) => input.getAttribute('value') ?? '')
    expect(ids).toHaveLength(2)
    const before = site.app.live.entries.length
    const preview = await readPage(await administrator.send('/sec/drafts', { draft: ids, preview: 'yes' }))
    expect(preview.text).toContain('Nothing is recorded yet')
    expect(site.app.live.entries).toHaveLength(before)
    expect((await administrator.send('/sec/drafts', { draft: ids })).status).toBe(303)
    expect(await standing('86')).toEqual({ stage: 'refine', step: 'refinement' })
    expect((await administrator.open('/sec/drafts')).text).toContain('You have no drafts')
  })

  it('saved for later, shows what rows warn of before it is recorded with others, and again where another draft is chosen', async () => {
    await administrator.send('/sec/acts/convert/modification/82', { ...whole, later: 'yes' })
    await administrator.send('/sec/acts/comment/modification/79', { text: 'Seen.', later: 'yes', 'recorded.by': 'body/panel' })
    const ids = [...(await administrator.open('/sec/drafts')).document.querySelectorAll('input[name=draft]')].map(
      (input) => input.getAttribute('value') ?? '',
    )
    const before = site.app.live.entries.length
    const page = await readPage(await administrator.send('/sec/drafts', { draft: ids }))
    expect(page.text).toContain('Nothing recorded says that it was determined ready for conversion')
    expect(page.text).toContain('Record together all the same')
    const previewed = page.document.querySelector('input[name=previewed]')?.getAttribute('value') ?? ''
    const [conversion = ''] = [...page.document.querySelectorAll('li, div.govuk-checkboxes__item')]
      .filter((item) => item.textContent?.includes('DP082') && item.querySelector('input[name=draft]'))
      .map((item) => item.querySelector('input[name=draft]')?.getAttribute('value') ?? '')
    expect((await administrator.send('/sec/drafts', { draft: conversion, previewed })).status).toBe(200)
    expect(site.app.live.entries).toHaveLength(before)
    expect((await administrator.send('/sec/drafts', { draft: ids, previewed })).status).toBe(303)
    expect(await standing('82')).toEqual({ stage: 'refine', step: 'refinement' })
  })
})

describe('the API of acts', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await openTestSite()
  })
  afterAll(() => site.close())

  it('lists every act with the schema of its fields', async () => {
    const { acts } = (await (await site.request('/sec/api/acts')).json()) as { acts: { act: string; fields: { required: string[] } }[] }
    expect(acts.find(({ act }) => act === 'convert')?.fields.required).toEqual(['path', 'route'])
  })

  it('takes an act from who signed in, says what is wrong by RFC 9457, and asks for a key', async () => {
    const panel = await signIn(site, 'panel')
    const csrf =
      (await panel.open('/sec/acts/convert/modification/84')).document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const send = (body: object, headers: Record<string, string> = {}) =>
      site.request('/sec/api/acts/convert/modification/DP084', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost', cookie: panel.cookie, 'x-csrf-token': csrf, ...headers },
        body: JSON.stringify(body),
      })
    const wrong = await send({ path: 'path 3', route: 'refinement' }, { 'idempotency-key': 'a' })
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
    expect(((await wrong.json()) as { fields: object[] }).fields).toEqual([
      {
        field: 'path',
        problem: 'expected "authority led", "authority determined", "self-governance" or "fast-track", and "path 3" was given',
      },
    ])
    expect((await send(whole)).status).toBe(400)
    const done = await send(whole, { 'idempotency-key': 'b' })
    expect(done.status).toBe(201)
    expect(((await done.json()) as { recorded: { sentence: string }[] }).recorded.map(({ sentence }) => sentence)).toEqual([
      'Path set by the Panel: Path 3: Self-Governance',
      'Converted to a Modification Proposal by the Panel, to be refined',
    ])
    const late = await send(whole, { 'idempotency-key': 'c' })
    expect(late.status).toBe(409)
    expect(((await late.json()) as { clause: string; remedies: string[] }).clause).toContain('conversion-by')
  })
})
