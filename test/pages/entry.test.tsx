import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

describe('the page of an entry', () => {
  let site: TestSite
  let administrator: Person
  beforeAll(async () => {
    site = await openTestSite()
    administrator = await signIn(site, 'administrator')
  })
  afterAll(() => site.close())

  const whole = async (path: string) => {
    const { document } = await administrator.open(path)
    return Object.fromEntries(
      [...document.querySelectorAll('main form.app-form textarea, main form.app-form input:not([type=radio])')].map((field) => [
        field.getAttribute('name') ?? '',
        field.getAttribute('value') ?? field.textContent ?? '',
      ]),
    )
  }

  it('leads from the notice of what was recorded to striking it, and the page of the modification tells that it was struck', async () => {
    const recorded = await administrator.send('/sec/acts/retitle/modification/84', { title: 'A wrong title' })
    const notice = await administrator.open(recorded.headers.get('location') ?? '')
    const back = [...notice.document.querySelectorAll('.govuk-notification-banner a')].find(
      (link) => link.textContent?.trim() === 'Take it back',
    )
    const struck = await administrator.send(back?.getAttribute('href') ?? '', { place: String(place(back)), why: 'A slip.' })
    expect(struck.status).toBe(303)
    const page = await administrator.open('/sec/DP084')
    expect(page.text).toContain('Titled ‘A wrong title’: struck on 4 October 2019.')
    const entry = await administrator.open(`/sec/entries/${place(back)}`)
    expect(entry.text).toContain('Why: A slip.')
    expect([await axeFindings(page.html), await axeFindings(entry.html)]).toEqual([[], []])
  })

  it('shows what it tells as data, which a correction begins from', async () => {
    const page = await administrator.open('/sec/DP084')
    const mend = page.document.querySelector('#timeline a.app-mend')?.getAttribute('href') ?? ''
    const entry = await administrator.open(mend)
    const correct =
      [...entry.document.querySelectorAll('main nav a')].find((link) => link.textContent === 'Correct it')?.getAttribute('href') ?? ''
    const fields = await whole(correct)
    expect(fields['event.type']).toMatch(/^[A-Z]/)
    expect(fields).not.toHaveProperty('event')
    const wrong = await readPage(
      await administrator.send(correct, {
        'event.type': '',
        event: '{"type":"Nonsense"}',
        why: 'Wrong.',
        place: String(Number(mend.split('/').at(-1))),
      }),
    )
    expect([wrong.status, wrong.document.querySelector('.govuk-error-summary a')?.getAttribute('href')]).toEqual([422, '#f-event'])
  })

  it('is corrected field by field: what is wrong leads to its field, and the title is told anew', async () => {
    const page = await administrator.open('/sec/DP084')
    const links = [...page.document.querySelectorAll('#timeline a.app-mend')]
    const mend = links.find((each) => each.parentElement?.textContent?.includes('Titled ‘Other User'))?.getAttribute('href')
    const entry = await administrator.open(mend ?? '')
    const correct =
      [...entry.document.querySelectorAll('main nav a')].find((link) => link.textContent === 'Correct it')?.getAttribute('href') ?? ''
    const { 'event.title': before, ...fields } = await whole(correct)
    expect(before).toBe('Other User Panel Seating Amendment')
    const wrong = await readPage(await administrator.send(correct, { ...fields, 'event.title': '', why: 'A word was missing.' }))
    expect(wrong.document.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#f-event-title')
    expect(await axeFindings(wrong.html)).toEqual([])
    const title = 'Other User Panel Seat Amendment'
    const sent = await administrator.send(correct, { ...fields, 'event.title': title, why: 'A word was wrong.' })
    expect([sent.status, (await administrator.open('/sec/DP084')).text.includes(title)]).toEqual([303, true])
  })

  it('is read by everybody, and mended by who administers only; there is none without a number', async () => {
    const entry = await site.open('/sec/entries/1')
    expect([entry.status, entry.text.includes('What you may do')]).toEqual([200, false])
    expect((await site.open('/sec/entries/99999999')).status).toBe(404)
    expect((await site.open('/sec/entries/zero')).status).toBe(404)
    const panel = await signIn(site, 'panel')
    expect((await panel.get('/sec/acts/strike/modification/84?place=1')).status).toBe(403)
  })
})

const place = (link: Element | undefined): number =>
  Number(new URLSearchParams((link?.getAttribute('href') ?? '').split('?')[1]).get('place'))
