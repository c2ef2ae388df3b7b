import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveDemo } from '../../src/app/demo.ts'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'
import { root } from '../support/started.ts'

/** The report of October 2019 on its page: drafted, put in other words, approved by a second person, published, and not changed by what comes later. */

const report = '/sec/reports/change-status/2019-10'
let site: TestSite
let administrator: Person
let second: Person
beforeAll(async () => {
  site = await openTestSite()
  administrator = await signIn(site, 'administrator')
  second = await signIn(site, 'second-administrator')
}, 60_000)
afterAll(() => site.close())

/** Presses a button of the page, and follows to where it leads. */
async function press(person: Person, path: string, button: string) {
  const { document } = await person.open(path)
  const form = [...document.querySelectorAll('main form')].find((each) => textOf(each.querySelector('button')) === button)
  if (!form) throw new Error(`there is no button “${button}” on ${path}`)
  const fields = [...form.querySelectorAll('input')].map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''])
  const response = await person.post(form.getAttribute('action') ?? '', Object.fromEntries(fields))
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}
const desk = async (person: Person | TestSite) =>
  textOf((await person.open(report)).document.querySelector('section[aria-label=Publication]'))

describe('a report', () => {
  it('is drafted by a button, for who administers', async () => {
    expect(await desk(site)).toBe('')
    expect(await press(administrator, report, 'Draft this report')).toContain(report)
    expect(await desk(administrator)).toContain('Drafted 4 October 2019, classified white')
    expect(await desk(site)).toBe('')
  })

  it('takes words of its author around what is locked, kept apart from what is derived', async () => {
    const { document, text } = await administrator.open(`${report}/draft`)
    expect(text).toContain(
      'There are four Draft Proposals being presented to the Panel for conversion to Modification Proposals this month:',
    )
    const reword =
      [...document.querySelectorAll('main a')].find((a) => textOf(a) === 'Reword summary.conversions.many')?.getAttribute('href') ?? ''
    const sentence = 'summary.conversions.many'
    const refused = await readPage(
      await administrator.send(reword, { sentence, wording: 'The Panel is asked to convert five Draft Proposals:' }),
    )
    expect([refused.status, refused.text]).toEqual([
      409,
      expect.stringContaining('The wording leaves out {count}, which only the register fills'),
    ])
    await administrator.send(reword, { sentence, wording: 'The Panel is asked to convert {count} Draft Proposals:' })
    await administrator.send('/sec/acts/add-paragraph/publication/change-status-2019-10', {
      section: 'refine',
      text: 'The Working Group thanks all who came.',
    })
    expect(await desk(administrator)).toContain(
      'In their words: The Panel is asked to convert four Draft Proposals:As derived: There are four Draft Proposals',
    )
    expect(await desk(administrator)).toMatch(
      /Written by Smart Energy Code Administrator and Secretariat, 4 October 2019, for the section refine\. Entry \d+The Working Group thanks all who came\./,
    )
  })

  it('waits for a second person, and not for who sent it', async () => {
    await press(administrator, report, 'Send for approval')
    expect(await desk(administrator)).toContain('You sent it for approval: a second person')
    expect(await press(second, report, 'Approve it')).toBe(report)
    expect(await desk(second)).toContain('A second person approved it 4 October 2019')
  })

  it('is published, with its manifest and the hashes of its files', async () => {
    await press(second, report, 'Publish')
    expect(await desk(site)).toContain('Published 4 October 2019, approved by a second person, and frozen')
    expect(await desk(site)).toContain('Made today, every figure and every row of a table would be the same.')
    const manifest = (await (await site.request(`${report}/manifest.json`)).json()) as { figures: { id: string; value: number }[] }
    expect(manifest.figures.find(({ id }) => id === 'stage.refine')?.value).toBe(20)
  })

  it('stays as it was published when later sources arrive, and says which figures would differ today, and why', async () => {
    const files = ['.json', '.txt', '/figures/stage.refine.json', '/changes.json', '/manifest.json']
    const read = () => Promise.all(files.map(async (file) => (await site.request(`${report}${file}`)).text()))
    const before = await read()
    await moveDemo(site.app, root, calendarDate('2019-11-29'))
    expect(await read()).toEqual(before)
    const { document } = await site.open(report)
    const strip = ['define', 'refine', 'opine', 'release'].map((stage) => document.querySelector(`a[href*="figures/stage.${stage}"]`))
    expect(strip.map((link) => link && textOf(link))).toEqual(['08', '20', '01', '09'])
    const told = await desk(site)
    // A later source tells on which day one of those open was raised.
    expect(told).toMatch(
      /One figure would differ today:Proposals open, average duration: 217 as published, 223 todayBecause of entry \d+, (DP|MP|SECMP)\d+: Raised/,
    )
    const figure = await site.open(`${report}/figures/stage.refine`)
    expect(figure.text).toContain('20 modifications, as at 4 October 2019')
  })

  it('names the row, the column and both values where a correction changes only a row', async () => {
    const open = (await (await site.request(`${report}/figures/assessment.IA.open.json`)).json()) as {
      figure: { members: { label: string; places: number[] }[] }
    }
    const [place] = open.figure.members.find(({ label }) => label === 'SECMP0007')?.places ?? []
    const event = {
      type: 'AssessmentAccepted',
      assessment: '7/IA/1',
      assessmentKind: 'IA',
      provider: 'organisation/dcc',
      targetWorkingDays: 40,
    }
    const fields = {
      place: String(place),
      event: JSON.stringify(event),
      day: '2019-07-31',
      why: 'The letter of acceptance is dated 31 July.',
    }
    await administrator.send('/sec/acts/correct/modification/7', fields)
    const told = await desk(site)
    expect(told).toMatch(/5 cells or rows of tables would differ today:/)
    expect(told).toMatch(
      /Open Assessments, SECMP0007 IA, Current duration: 45 WD as published, 44 WD todayBecause of entry \d+, SECMP0007: Impact Assessment accepted/,
    )
    const { document } = await site.open(report)
    expect(document.querySelector('section[aria-label=Publication] a[href="/sec/SECMP0007"]')).not.toBeNull()
  })

  it('is told beside the figures of later months: as published, with what it would be now', async () => {
    const { document } = await site.open('/sec/reports/change-status/2019-11/figures/proposals.open.mean')
    const [october, september] = [...document.querySelectorAll('main table tbody tr')].map((row) => [...row.children].map(textOf))
    expect(october).toEqual(['October 2019', '217', '30 September 2019', 'as published; would now be 223'])
    expect(september?.at(-1)).toBe('by the register')
  })

  it('can be read as the register tells it today', async () => {
    const { text } = await site.open(`${report}?drawn=today`)
    expect(text).not.toContain('and frozen')
  })

  it('is told as not published on a day before, and its draft is gone', async () => {
    expect(textOf((await site.open(`${report}?asof=2019-10-03`)).document.querySelector('section[aria-label=Publication]'))).toBe('')
    expect((await administrator.open(`${report}/draft`)).status).toBe(404)
  })

  it('has nothing that axe objects to', async () => {
    expect(await axeFindings((await site.open(report)).html)).toEqual([])
  })
})

it.each([
  ['2019-13/manifest.json', 400, 'There is no month “2019-13”'],
  ['2019-09/manifest.json', 404, 'The report of September 2019 is not published'],
])('%s answers %i with one clear line', async (path, status, line) => {
  const page = await site.open(`/sec/reports/change-status/${path}`)
  expect([page.status, page.heading]).toEqual([status, expect.stringContaining(line)])
})
