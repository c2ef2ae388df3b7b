import { readFileSync } from 'node:fs'
import { getDocument } from 'unpdf/pdfjs'
import { describe, expect, it } from 'vitest'
import { openAuditor, openReader } from '../support/browser.ts'
import { demoInBrowser, moveTo, publicly } from '../support/demo-in-browser.ts'
import { textOfPdf } from '../support/paper-text.ts'

const demo = demoInBrowser()
const panel = '/sec/meetings/panel-2019-10-11'

async function signedIn(as: string) {
  const reader = await openReader(demo.browser, demo.server.url, 'desktop', { audit: false })
  await reader.open('/sec/sign-in')
  await reader.press(as)
  const { page } = reader
  return {
    ...reader,
    main: () => page.locator('main').innerText(),
    fill: (label: string | RegExp, value: string) => page.getByLabel(label, { exact: typeof label === 'string' }).fill(value),
    choose: (label: string | RegExp, option: string) =>
      page.getByLabel(label, { exact: typeof label === 'string' }).selectOption({ label: option }),
    check: (label: string | RegExp) => page.getByLabel(label, { exact: typeof label === 'string' }).check(),
  }
}

/** What the secretary chooses for each of the eight items, in the order of the agenda. */
const resolutions: readonly (readonly [item: string, phrase: string, path?: string])[] = [
  ['Minutes of', 'Agree the minutes'],
  ['MP081', 'Convert, and approve its Modification Report', 'Path 3: Self-Governance'],
  ['MP087', 'Convert, and approve its Modification Report', 'Path 3: Self-Governance'],
  ['SECMP0053', 'Approve its Modification Report'],
  ['MP080', 'Convert, to be refined', 'Path 2: Authority Determined'],
  ['DP083', 'Defer it'],
  ['November 2019', 'Note it'],
  ['Change Status Report', 'Note it'],
]

/** What a program that reads documents aloud finds in a PDF. */
async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const tagged = (await pdf.getMarkInfo())?.Marked
  const bookmarks = (await pdf.getOutline()).map(({ title }) => title)
  await pdf.destroy()
  return { tagged, bookmarks, text: await textOfPdf(bytes) }
}

describe('the next meeting of the Working Group', () => {
  it('has its pack one click away, tagged and bookmarked, with what is new since the last meeting', async () => {
    const administrator = await signedIn('Code administrator')
    await administrator.open('/sec/acts/plan-meeting?body=body/working-group&day=2019-11-06')
    await administrator.press('Plan a meeting')
    await administrator.open('/sec/acts/table-item/meeting/working-group-2019-11-06?modification=modification/79&purposes=discussion')
    await administrator.press('Table a modification')
    const group = await signedIn('Working Group')
    await group.open('/sec/mine')
    let clicks = 0
    const asked = group.page.waitForRequest(/pack\.pdf$/)
    clicks++
    await group.page.getByRole('link', { name: 'Pack (PDF) of 6 November 2019' }).click({ noWaitAfter: true })
    const pack = await group.page.request.get((await asked).url())
    const { tagged, bookmarks, text } = await readPdf(await pack.body())
    expect([clicks, tagged]).toEqual([1, true])
    expect(bookmarks[1]).toMatch(/^1\. MP079/)
    expect(text).toContain('NewsincetheWorkingGroupof2October2019')
    await group.close()
    await administrator.close()
  })
})

describe('the Panel of 11 October 2019, with eight items', () => {
  it('from the agenda to the minutes in the browser, without scripts', async () => {
    const administrator = await signedIn('Code administrator')
    await administrator.open(panel)
    await administrator.follow('Make the agenda')
    await administrator.check(/^Minutes of the SEC Panel of 14 June 2019/)
    await administrator.check(/^November 2019 SEC Release/)
    await administrator.press('Take over what is ticked')
    await administrator.open('/sec/acts/number-meeting/meeting/panel-2019-10-11')
    await administrator.fill('Number of the meeting', '73')
    await administrator.press('Say its number')
    await administrator.follow('Make the agenda')
    await administrator.follow('Table a paper')
    await administrator.fill(/^Title of a new paper/, 'Change Status Report')
    await administrator.check('A report')
    await administrator.check('For information')
    await administrator.check('NOTE')
    await administrator.check('White')
    const report = await (await administrator.page.request.get(`${demo.server.url}/sec/reports/change-status/2019-10.pdf`)).body()
    const file = { name: 'report.pdf', mimeType: 'application/pdf', buffer: report }
    await administrator.page.getByLabel(/^The paper itself/).setInputFiles(file)
    await administrator.press('Table a paper')
    await administrator.follow('Make the agenda')
    // By hand: the minutes first, then what is converted with its report.
    await administrator.fill(/^Place of Minutes/, '1')
    await administrator.fill(/^Place of DP081/, '2')
    await administrator.fill(/^Place of DP087/, '3')
    await administrator.fill(/^Place of SECMP0053/, '4')
    await administrator.fill(/^Place of DP080/, '5')
    await administrator.fill(/^Place of DP083/, '6')
    await administrator.press('Put in order of these numbers')
    await administrator.open('/sec/acts/circulate-papers/meeting/panel-2019-10-11')
    await administrator.press('Send out the papers')
    await administrator.open(panel)
    const saved = administrator.page.waitForEvent('download')
    await administrator.page.getByRole('link', { name: 'Pack with the papers (PDF)' }).click()
    const { bookmarks, text } = await readPdf(readFileSync(await (await saved).path()))
    expect(bookmarks.at(-1)).toBe('Paper SECP_73_1110_01: Change Status Report')
    expect(text).toContain('ThisdocumentistheChangeStatusReport,whichprovidesinformation')
    await administrator.open('/sec/acts/plan-meeting?body=body/panel&day=2019-11-08')
    await administrator.press('Plan a meeting')
    await moveTo(demo, '2019-10-11')

    const secretary = await signedIn('Secretary of the SEC Panel')
    await secretary.open(panel)
    expect(await secretary.page.locator('#agenda > li').count()).toBe(8)
    await secretary.follow('At the meeting')
    expect(await secretary.main()).toContain('8 of 8 items are left')
    await secretary.follow('Record who is here')
    await secretary.check('DCC')
    await secretary.check('Yes')
    await secretary.press('Record the attendance')
    await secretary.open(`${panel}/run`)
    await secretary.follow('An interest is declared')
    await secretary.page.getByLabel('Item of the agenda').selectOption('modification/83')
    await secretary.page.getByLabel(/^Organisation/).selectOption({ label: 'DCC' })
    await secretary.press('Record an interest')
    await secretary.open(`${panel}/run`)
    for (const [index, [item, phrase, path]] of resolutions.entries()) {
      expect(await secretary.page.locator('#item').innerText()).toContain(item.replace(/^MP/, 'P'))
      await secretary.check(phrase)
      if (path) await secretary.choose(/^Path/, path)
      if (phrase === 'Defer it') await secretary.choose(/^To which meeting/, 'SEC Panel of 8 November 2019')
      if (item === 'MP081') {
        await secretary.fill('Conditions, terms, what was said', 'The legal text is checked first.')
        await secretary.fill('What is to be done', 'Check the legal text')
        await secretary.choose('Owner', 'Smart Energy Code Administrator and Secretariat')
        await secretary.fill('Due', '2019-10-14')
      }
      await secretary.press('Save and next')
      if (index < resolutions.length - 1) expect(secretary.where()).toContain('/run?item=')
    }
    // The last of them leads to the minutes, which say what was done, and nothing else.
    expect(secretary.where()).toMatch(/\/minutes\?recorded=/)
    const minutes = await publicly(demo, `${panel}/minutes`)
    expect(minutes).toContain('Draft: not agreed yet.')
    for (const [item] of resolutions) expect(minutes).toContain(item)
    expect(minutes).toMatch(/Present\s+DCC/)
    expect(minutes).toMatch(/quorate/i)
    expect(minutes).toMatch(/Interest declared: .*DCC/)
    expect(minutes).toContain('The legal text is checked first.')
    expect(minutes).toContain('Action 1 on SECAS: Check the legal text, by 14 October 2019')
    expect(minutes).toContain('Deferred to the SEC Panel of 8 November 2019.')
    expect(minutes).not.toContain('Not taken')
    for (const id of ['MP081', 'MP087']) expect(await publicly(demo, `/sec/${id}`)).toMatch(/Modification Report Consultation/)
    expect(await publicly(demo, '/sec/meetings/panel-2019-06-14')).toContain('Minutes')
    expect(await publicly(demo, '/sec/meetings/panel-2019-11-08')).toContain('DP083')
    expect(await publicly(demo, '/sec/actions')).toContain('Check the legal text')

    const auditor = await openAuditor(demo.browser)
    await auditor.page.context().addCookies(await administrator.page.context().cookies())
    for (const path of ['', '/agenda', '/run?item=modification/83', '/pack', '/minutes'])
      await auditor.expectSound(`${demo.server.url}${panel}${path}`)
    await auditor.expectSound(`${demo.server.url}/sec/meetings/file`)
    await auditor.close()

    // At the next meeting they are agreed, beside what was put off to it.
    const next = '/sec/meetings/panel-2019-11-08'
    await moveTo(demo, '2019-11-08')
    await administrator.open(`${next}/agenda`)
    await administrator.check(/^Minutes of the SEC Panel of 11 October 2019/)
    await administrator.press('Take over what is ticked')
    await secretary.open(`${next}/run?item=meeting/panel-2019-10-11`)
    await secretary.check('Agree the minutes')
    await secretary.press('Save and next')
    expect(await publicly(demo, `${panel}/minutes`)).toMatch(/Agreed at the SEC Panel of 8 November 2019/)
    expect(await publicly(demo, `${next}/pack`)).toContain('New since the SEC Panel of 11 October 2019')
    await secretary.close()
    await administrator.close()
  })
})
