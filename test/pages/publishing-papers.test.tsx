import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordActs } from '../../src/app/acting/record-acts.ts'
import { evidenceInExport, exportLines, type LogEvidence } from '../../src/app/publishing/exported-log.ts'
import { type Verified, verifyFile } from '../../src/app/publishing/verify.ts'
import { calendarDate, yearMonth } from '../../src/domain/calendar/calendar-date.ts'
import { publicReader } from '../../src/domain/reader.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import type { PublishedForm } from '../../src/report/published/files.ts'
import { type Person, signIn } from '../support/person.ts'
import { act, actingFor, administrator } from '../support/process.ts'
import { publish } from '../support/publish.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'
import { withOtherDigit } from '../support/tamper.ts'

/** Appendix A is published on its page; the register extract and the KPI return by their acts. Whoever has an export checks each. */

const update = '/sec/reports/assessment-update/2019-10'
const extract = '/sec/reports/register-extract/2019-10'
const kpi = '/sec/reports/kpi-return/2019-q3'
let site: TestSite
let log: LogEvidence
let [one, other]: readonly [Person?, Person?] = []

beforeAll(async () => {
  site = await openTestSite(calendarDate('2019-10-07'))
  one = await signIn(site, 'administrator')
  other = await signIn(site, 'second-administrator')
}, 60_000)
afterAll(() => site.close())

async function press(person: Person | undefined, button: string) {
  if (!person) throw new Error('nobody is signed in')
  const { document } = await person.open(update)
  const form = [...document.querySelectorAll('main form')].find((each) => textOf(each.querySelector('button')) === button)
  const fields = [...(form?.querySelectorAll('input') ?? [])].map((input) => [input.name, input.value])
  return person.post(form?.getAttribute('action') ?? `no button “${button}”`, Object.fromEntries(fields))
}
const desk = async (of: Person | TestSite | undefined) =>
  textOf((await of?.open(update))?.document.querySelector('section[aria-label=Publication]'))

const bytesOf = async (path: string) => new Uint8Array(await (await site.request(path)).arrayBuffer())
async function verified(name: string, bytes: Uint8Array): Promise<Verified> {
  const told = await verifyFile(name, bytes, log)
  if (isRefused(told)) throw new Error(told.refused)
  return told
}
/** A file with one digit of what it says made another. */
const digits: Readonly<Record<PublishedForm | 'html', (bytes: Uint8Array) => Uint8Array>> = {
  json: (bytes) => replacedIn(bytes, /"value": (\d)/, (digit) => `"value": ${(Number(digit) + 1) % 10}`),
  txt: (bytes) => replacedIn(bytes, /(===\n[\s\S]*?)2019\n/, (before) => `${before}2018\n`),
  // Inside of the paper: what stands around it is the site's.
  html: (bytes) => replacedIn(bytes, /(<article[\s\S]*?)2019</, (before) => `${before}2018<`),
  docx: (bytes) => {
    const parts = unzipSync(bytes)
    parts['word/document.xml'] = replacedIn(parts['word/document.xml'] as Uint8Array, /()2019</, () => '2018<')
    return zipSync(parts)
  },
  pdf: withOtherDigit,
}
function replacedIn(bytes: Uint8Array, what: RegExp, by: (found: string) => string): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(bytes)
  if (!what.test(text)) throw new Error(`nothing in it is ${what}`)
  return new TextEncoder().encode(text.replace(what, (_, found: string) => by(found)))
}

it('Appendix A is drafted and approved by two people, hidden until then, and says that its provider has not signed it off', async () => {
  const lines = [act('report-progress', 'modification/7', { assessment: '7/IA/1', month: '2019-10', text: 'It waits for 3 suppliers.' })]
  expect(isRefused(await recordActs(site.app, lines, { principal: actingFor('organisation/dcc'), key: 'line' }))).toBe(false)
  await press(one, 'Draft this paper')
  expect(await desk(one)).toContain('The DCC has not signed this update off; it is due by 4 October 2019.')
  expect(await desk(site)).toBe('')
  const fields = { section: 'remarks', text: 'We counted 99 ourselves.' }
  await one?.send('/sec/acts/add-paragraph/publication/assessment-update-2019-10', fields)
  await press(one, 'Send for approval')
  await press(other, 'Approve it')
  const acts = [act('publish-report', 'publication/assessment-update-2019-10')]
  const published = await recordActs(site.app, acts, { principal: administrator, key: 'publish' })
  expect(!isRefused(published) && published.acts?.[0]?.warnings).toMatchObject([
    { row: 'paper-day', why: expect.stringMatching(/DCC.* has not signed its update off$/) },
  ])
  expect(await desk(site)).toContain('Published 7 October 2019, approved by a second person, and frozen')
  const { text, html } = await site.open(update)
  expect(text).toContain('It waits for 3 suppliers.')
  expect(text).toContain('We counted 99 ourselves. (Written by')
  expect(text).toContain('One paragraph is in the words of Smart Energy Code Administrator and Secretariat: its numbers are not derived')
  expect(await axeFindings(html)).toEqual([])
})

it('the others are published alike, and refused as White where something in them is above White', async () => {
  await publish(site.app, { kind: 'register-extract', month: yearMonth('2019-10') })
  await publish(site.app, { kind: 'kpi-return', month: yearMonth('2019-07') })
  const september = { kind: 'register-extract', month: yearMonth('2019-09') } as const
  const fields = { section: 'remarks', text: 'For Parties.', classification: 'green' }
  await expect(publish(site.app, september, [act('add-paragraph', 'publication/register-extract-2019-09', fields)])).rejects.toThrow(
    'a white paper would contain what is green: this paragraph',
  )
  const sentence = act('leave-out-sentence', 'publication/kpi-return-2019-q2', { sentence: 'summary.conversions.many' })
  await expect(publish(site.app, { kind: 'kpi-return', month: yearMonth('2019-04') }, [sentence])).rejects.toThrow(
    'the KPI return of April to June 2019 has no sentence that can be reworded',
  )
})

describe('once published', () => {
  const files = new Map<string, Uint8Array>()
  const nameOf = (path: string, form: string) => `${path.split('/').slice(-2).join('-')}.${form}`

  it('each stays as it was, and its page says what would differ today', async () => {
    const read = async () => {
      for (const path of [update, extract, kpi])
        for (const form of ['json', 'txt', 'pdf', 'docx']) files.set(nameOf(path, form), await bytesOf(`${path}.${form}`))
    }
    await read()
    const before = new Map(files)
    await site.moveTo('2019-11-29')
    await read()
    for (const [name, bytes] of before) expect([name, Buffer.compare(bytes, files.get(name) ?? new Uint8Array())]).toEqual([name, 0])
    for (const path of [update, extract, kpi]) files.set(nameOf(path, 'html'), new TextEncoder().encode((await site.open(path)).html))
    const told = textOf((await site.open(extract)).document.querySelector('section[aria-label=Publication]'))
    expect(told).toMatch(/would (differ|be the same)/)
    const { stamp } = await site.app.present()
    const verdict = evidenceInExport('log.jsonl', (await Array.fromAsync(exportLines(site.app, publicReader, stamp.moment))).join('\n'))
    if (isRefused(verdict)) throw new Error(verdict.refused)
    log = verdict
  })

  it.each([update, extract, kpi])('%s holds in every form, its saved page too, and one digit changed is caught', async (path) => {
    for (const form of ['json', 'txt', 'pdf', 'docx', 'html'] as const) {
      const bytes = files.get(nameOf(path, form)) as Uint8Array
      const told = await verified(`file.${form}`, bytes)
      expect([form, told.failing, told.isSameFile, told.ownParagraphs]).toEqual([form, [], form !== 'html', path === update ? 1 : 0])
      expect(told.figures).toBe({ [update]: 12, [extract]: 20, [kpi]: 14 }[path])
      const forged = await verified(`file.${form}`, digits[form](bytes))
      expect([form, forged.isSameFile, forged.failing.length > 0]).toEqual([form, false, true])
    }
  })

  it.each<readonly [string, (html: string) => string]>([
    [
      'the paper is hidden behind another',
      (html) =>
        html.replace('<article class="app-report">', '<div class="app-report">99 proposals</div><article class="app-report" hidden>'),
    ],
    ['a script changes it', (html) => html.replace('</body>', '<script>document.querySelector("td").textContent = 99</script></body>')],
    ['a style changes it', (html) => html.replace('</head>', '<style>td::after { content: "9" }</style></head>')],
    ['a style sheet is another', (html) => html.replace(/\/assets\/site-\w+\.css/, 'forged.css')],
    ['something is laid over it', (html) => html.replace('</body>', '<div style="position: fixed; top: 0">99 proposals</div></body>')],
    ['an event changes it', (html) => html.replace('</body>', '<img src="none" onerror="forge()"></body>')],
    ['a script has the name of the manifest', (html) => html.replace('</body>', '<script id="codicil-manifest">forge()</script></body>')],
    ['a style has the name of the manifest', (html) => html.replace('</body>', '<style id="codicil-manifest">td{}</style></body>')],
    ['a second stands beside it', (html) => html.replace('<article', '<div class="app-report">99 proposals</div><article')],
    ['what holds it is seen by nobody', (html) => html.replace(/<main class="/, '$&govuk-visually-hidden ')],
    ['a link in it runs', (html) => html.replace(/(<article class="app-report">[\s\S]*?href=")[^"]*/, '$1javascript:0')],
    ['something lies before it', (html) => html.replace('</body>', '<dialog open>99</dialog></body>')],
    ['what holds it is hidden', (html) => html.replace('<main', '<main hidden')],
    ['a field in it says something', (html) => html.replace('</article>', '<input value="99 proposals" disabled></article>')],
    ['a picture in it says something', (html) => html.replace('</article>', '<img src="data:image/svg+xml,99"></article>')],
    ['a word of it is hidden', (html) => html.replace(/(<td[^>]*>)/, '$1<span hidden></span>')],
  ])('a saved page is not as published where %s', async (_, forge) => {
    const html = new TextDecoder().decode(files.get(nameOf(extract, 'html')))
    const forged = forge(html)
    expect(forged).not.toBe(html)
    expect((await verified('file.html', new TextEncoder().encode(forged))).failing).not.toEqual([])
  })

  it('a page is as published as a browser saves it: its files beside it, its addresses whole', async () => {
    const html = new TextDecoder().decode(files.get(nameOf(extract, 'html')))
    const saved = html
      .replace('<html', '<!-- saved from url=(0021)http://localhost:8080/ -->\n<html')
      .replace(/\/assets\/(site-\w+\.css)/, './Extract_files/$1')
      .replaceAll('href="/sec/', 'href="http://localhost:8080/sec/')
    expect(saved).not.toBe(html)
    expect((await verified('file.html', new TextEncoder().encode(saved))).failing).toEqual([])
  })

  it('the title of its file, which no page prints, is checked too', async () => {
    const parts = unzipSync(files.get(nameOf(kpi, 'docx')) as Uint8Array)
    parts['docProps/core.xml'] = replacedIn(parts['docProps/core.xml'] as Uint8Array, /()July to/, () => 'May to')
    const title = 'Code administrator’s KPI return – July to September 2019'
    expect((await verified('file.docx', zipSync(parts))).failing).toEqual([
      { about: 'its title', file: title.replace('July', 'May'), log: title },
    ])
  })

  it('a figure of it is told as published in the next one', async () => {
    const { text } = await site.open('/sec/reports/kpi-return/2019-q4/figures/kpi.reports.sentBack')
    expect(text).toContain('July to September 2019030 September 2019as published')
    const manifest = (await (await site.request(`${kpi}/manifest.json`)).json()) as { paper: string; figures: unknown[] }
    expect([manifest.paper, manifest.figures.length]).toEqual(['publication/kpi-return-2019-q3', 14])
  })
})
