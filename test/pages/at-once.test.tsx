import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitingIn } from '../../src/domain/acting/waiting.ts'
import { find } from '../../src/domain/register.ts'
import { type Filled, type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
let administrator: Person
let second: Person
let panel: Person
let party: Person
beforeAll(async () => {
  site = await openTestSite()
  administrator = await signIn(site, 'administrator')
  second = await signIn(site, 'second-administrator')
  panel = await signIn(site, 'panel')
  party = await signIn(site, 'party')
})
afterAll(() => site.close())

const register = async () => {
  const { stamp } = await site.app.present()
  return site.app.live.whole(stamp.moment)
}
const entries = () => site.app.live.entries.length

/** What a form holds hidden when it is opened: its key, its token, the last entry that was seen. */
async function opened(person: Person, path: string, form = 'main form[method=post]') {
  const { document } = await person.open(path)
  const hidden = [...(document.querySelector(form)?.querySelectorAll('input[type=hidden]') ?? [])]
  return Object.fromEntries(hidden.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']))
}

/** Both had the form open before either of them sent it. */
async function bothSend(path: string, each: readonly (readonly [Person, Filled])[]) {
  const forms = await Promise.all(
    each.map(async ([person, fields]) => ({ person, fields: { ...(await opened(person, path)), ...fields } })),
  )
  const before = entries()
  const answers = await Promise.all(forms.map(({ person, fields }) => person.post(path, fields)))
  const loser = answers.find(({ status }) => status !== 303)
  return { statuses: answers.map(({ status }) => status).toSorted(), loser: loser && (await readPage(loser)), recorded: entries() - before }
}

describe('two people who do the same thing at once', () => {
  type Pair = readonly (readonly [Person, Filled])[]
  it.each<readonly [string, string, () => Pair, number, string]>([
    [
      'a title is changed',
      '/sec/acts/retitle/modification/79',
      () => [
        [administrator, { title: 'One title' }],
        [second, { title: 'Another title' }],
      ],
      1,
      'It was changed since this form was shown (Titled)',
    ],
    [
      'a report is approved',
      '/sec/acts/approve-report/modification/79',
      () => [
        [administrator, {}],
        [panel, {}],
      ],
      1,
      'This is done in Refine, and it is in Opine',
    ],
    [
      'a meeting is planned',
      '/sec/acts/plan-meeting',
      () => [
        [administrator, { body: 'body/panel', day: '2019-12-13' }],
        [second, { body: 'body/panel', day: '2019-12-13' }],
      ],
      1,
      'A meeting of that body on 13 December 2019 is planned already',
    ],
    [
      'a withdrawal is notified',
      '/sec/acts/notify-withdrawal/modification/85',
      () => [
        [administrator, {}],
        [party, {}],
      ],
      1,
      'Its withdrawal was notified before',
    ],
    [
      'a proposal is adopted: the first notice wins',
      '/sec/acts/adopt/modification/85',
      () => [
        [administrator, { 'recorded.by': 'organisation/shell-energy' }],
        [party, {}],
      ],
      1,
      'No withdrawal is notified that could be adopted',
    ],
    [
      'another date is asked for',
      '/sec/acts/set-release-date/release/2019-11',
      () => [
        [administrator, { day: '2019-11-24', 'recorded.directionRows': '' }],
        [panel, { day: '2019-11-24' }],
      ],
      0,
      'No other date was agreed for this release',
    ],
  ])('%s', async (_, path, people, count, message) => {
    const { statuses, loser, recorded } = await bothSend(path, people())
    expect([statuses, recorded]).toEqual([count === 1 ? [303, 409] : [409, 409], count])
    expect(loser?.document.querySelector('.govuk-error-summary__title')?.textContent).toBe(message)
    expect(loser?.text).toMatch(/Nothing was recorded\. By rule [a-z]/)
    expect(loser?.text).toContain('What would make it lawful')
    expect(await axeFindings(loser?.html ?? '')).toEqual([])
  })

  it('who lost reads what changed, and sends it again if it is still right', async () => {
    const path = '/sec/acts/retitle/modification/63'
    const hidden = await opened(second, path)
    await administrator.send(path, { title: 'One title' })
    const lost = await readPage(await second.post(path, { ...hidden, title: 'Another title' }))
    const again = Object.fromEntries(
      [...lost.document.querySelectorAll('main form[method=post] input[type=hidden]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    expect((await second.post(path, { ...again, title: 'Another title' })).status).toBe(303)
    expect(find(await register(), 'modification', '63')?.state.title?.value).toBe('Another title')
  })

  it('what waits is confirmed once', async () => {
    await administrator.send('/sec/acts/convert/modification/87', {
      path: 'fast-track',
      route: 'refinement',
      'recorded.directionRows': 'fast-track-no-refinement\nfast-track-raised-by',
      'recorded.directionLetter': 'The Authority directs it.',
    })
    const [waiting] = waitingIn(await register()).filter(({ id }) => id.startsWith('waiting/'))
    const third = await signIn(site, 'second-administrator')
    const fields = { waiting: waiting?.id ?? '' }
    const { csrf = '' } = await opened(second, '/sec/queue')
    const { csrf: other = '' } = await opened(third, '/sec/queue')
    const answers = await Promise.all([
      second.post('/sec/queue', { ...fields, csrf, key: 'one' }),
      third.post('/sec/queue', { ...fields, csrf: other, key: 'another' }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const loser = await readPage(answers.find(({ status }) => status === 409) as Response)
    expect(loser.text).toContain('it was confirmed or let go meanwhile')
    expect(find(await register(), 'modification', '87')?.state.standing.value.stage).toBe('refine')
  })
})

describe('the same command twice', () => {
  it('sent again after it was recorded, it leads to where it led, and is one entry', async () => {
    const path = '/sec/acts/put-on-hold/modification/84'
    const fields = { ...(await opened(administrator, path)), condition: 'MP078 is agreed', review: '2019-12-02' }
    const before = entries()
    const [first, again] = [await administrator.post(path, fields), await administrator.post(path, fields)]
    expect([first.status, again.status, entries() - before]).toEqual([303, 303, 1])
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
  })

  it('the same key with other content is refused, and what was written stays in the form', async () => {
    const path = '/sec/acts/resume/modification/84'
    const hidden = await opened(administrator, path)
    expect((await administrator.post(path, hidden)).status).toBe(303)
    const before = entries()
    const other = await administrator.post(path, { ...hidden, 'recorded.reason': 'Another reason' })
    const page = await readPage(other)
    expect([other.status, entries() - before]).toEqual([409, 0])
    expect(page.document.querySelector('.govuk-error-summary__title')?.textContent).toBe(
      'This form was sent before, with something else in it, and that was recorded',
    )
    expect(page.text).toContain('What would make it lawful')
    expect(page.document.querySelector('[name="recorded.reason"]')?.textContent).toBe('Another reason')
    // It has another key: sent once more it is judged for itself.
    const key = page.document.querySelector('input[name=key]')?.getAttribute('value') ?? ''
    const again = await readPage(await administrator.post(path, { ...hidden, key, 'recorded.reason': 'Another reason' }))
    expect(again.document.querySelector('.govuk-error-summary__title')?.textContent).toBe('It is not on hold')
  })

  it('by JSON: the same answer for the same, and a refusal for other content', async () => {
    const { csrf = '' } = await opened(panel, '/sec/acts/convert/modification/86')
    const send = async (body: object) => {
      const response = await site.request('/sec/api/acts/convert/modification/86', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: 'http://localhost',
          cookie: panel.cookie,
          'x-csrf-token': csrf,
          'idempotency-key': 'my own',
        },
        body: JSON.stringify(body),
      })
      const { recorded, title, remedies } = (await response.json()) as {
        recorded?: { position: number }[]
        title?: string
        remedies?: string[]
      }
      return { status: response.status, positions: recorded?.map(({ position }) => position), title, remedies }
    }
    const before = entries()
    const whole = { path: 'self-governance', route: 'refinement' }
    const [first, again] = await Promise.all([send(whole), send(whole)])
    expect([first.status, again.status, again.positions]).toEqual([201, 201, first.positions])
    const other = await send({ ...whole, route: 'report' })
    expect([other.status, entries() - before]).toEqual([409, 2])
    expect([other.title, other.remedies]).toEqual([
      'this key was used for another request',
      ['send the other request with a key of its own'],
    ])
  })

  it('a set of drafts that is sent twice is recorded once', async () => {
    await administrator.send('/sec/acts/retitle/modification/81', { title: 'A title', later: 'yes' })
    await administrator.send('/sec/acts/retitle/modification/83', { title: 'Another', later: 'yes' })
    const { document } = await administrator.open('/sec/drafts')
    const draft = [...document.querySelectorAll('input[name=draft]')].map((input) => input.getAttribute('value') ?? '')
    const hidden = await opened(administrator, '/sec/drafts', 'main form.app-form')
    const before = entries()
    const answers = await Promise.all([
      administrator.post('/sec/drafts', { ...hidden, draft }),
      administrator.post('/sec/drafts', { ...hidden, draft }),
    ])
    expect([draft.length, answers.map(({ status }) => status), entries() - before]).toEqual([2, [303, 303], 2])
  })
})
