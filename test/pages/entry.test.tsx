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
      [...document.querySelectorAll('main form.app-form textarea')].map((field) => [
        field.getAttribute('name') ?? '',
        field.textContent ?? '',
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
    const { event = '' } = await whole(correct)
    expect(JSON.parse(event)).toMatchObject({ type: expect.any(String) })
    const wrong = await readPage(
      await administrator.send(correct, { event: '{"type":"Nonsense"}', why: 'Wrong.', place: String(Number(mend.split('/').at(-1))) }),
    )
    expect([wrong.status, wrong.document.querySelector('.govuk-error-summary a')?.getAttribute('href')]).toEqual([422, '#f-event'])
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
