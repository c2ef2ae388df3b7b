import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { type Filled, type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

const panel = '/sec/meetings/panel-2019-10-11'
const ofPanel = '/meeting/panel-2019-10-11'

/** The Panel of 11 October 2019, on its day. */
describe('at the meeting', () => {
  let site: TestSite
  let administrator: Person
  let secretary: Person
  beforeAll(async () => {
    site = await openTestSite(calendarDate('2019-10-11'))
    administrator = await signIn(site, 'administrator')
    secretary = await signIn(site, 'panel')
    await administrator.send('/sec/acts/plan-meeting', { body: 'body/panel', day: '2019-11-08' })
  }, 60_000)
  afterAll(() => site.close())

  /** Fills in one item, as the secretary, and gives what comes back. */
  const save = async (about: string, fields: Filled) => {
    const path = `${panel}/run?item=${about}`
    const { document } = await secretary.open(path)
    const inputs = [...document.querySelectorAll<HTMLInputElement>('main form input[type=hidden]')].map(({ name, value }) => [name, value])
    return secretary.post(`${panel}/run`, { ...Object.fromEntries(inputs), ...fields })
  }
  const phrases = async (about: string) =>
    [...(await secretary.open(`${panel}/run?item=${about}`)).document.querySelectorAll('input[name=phrase]')].map((each) =>
      each.getAttribute('value'),
    )

  it('the agenda takes over what is ticked, each thing once for all that it is due for, and is put in order by numbers or one by one', async () => {
    const page = await administrator.open(`${panel}/agenda`)
    expect(page.text).toMatch(/Another date, 24 November 2019, was/)
    expect(await axeFindings(page.html)).toEqual([])
    const hidden = { csrf: page.document.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? '' }
    const ticked = [...page.document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(({ name }) => [name, 'yes'])
    expect((await administrator.post(`${panel}/agenda`, { ...hidden, ...Object.fromEntries(ticked), take: 'yes' })).status).toBe(303)
    const taken = await administrator.open(`${panel}/agenda`)
    expect(taken.text).toContain('Nothing that the register tells of')
    const first = () => administrator.open(panel).then(({ document }) => document.querySelector('#agenda li')?.textContent ?? '')
    await administrator.post(`${panel}/agenda`, { ...hidden, 'order.modification/81': '1', 'order.modification/53': '2', order: 'yes' })
    expect(await first()).toContain('DP081')
    await administrator.post(`${panel}/agenda`, { ...hidden, down: 'modification/81' })
    expect(await first()).toContain('SECMP0053')
  })

  it('offers only what fits where the item stands and what the body takes', async () => {
    expect(await phrases('modification/81')).toEqual([
      'convert-and-approve',
      'convert-to-refine',
      'convert-to-report',
      'refuse',
      'note',
      'defer',
    ])
    expect(await phrases('modification/53')).toEqual(['approve-report', 'send-back', 'note', 'defer'])
    expect(await phrases('meeting/panel-2019-06-14')).toEqual(['agree-minutes', 'note', 'defer'])
    const page = await secretary.open(`${panel}/run?item=modification/81`)
    expect(await axeFindings(page.html)).toEqual([])
    expect(gzipSync(page.html).length).toBeLessThan(15_000)
  })

  it('a refusal is shown at the item with its clause, and nothing that was typed is lost', async () => {
    const typed = {
      phrase: 'convert-and-approve',
      path: 'fast-track',
      conditions: 'As amended.',
      what: 'Tell DCC',
      owner: 'body/secas',
      due: '2019-10-01',
    }
    const response = await save('modification/81', typed)
    const page = await readPage(response)
    expect(page.status).toBe(409)
    expect(page.text).toMatch(/1 October 2019 has passed.*Nothing was recorded\. By .*meetings-called-by/)
    const value = (name: string) => page.document.querySelector<HTMLInputElement>(`[name=${name}]`)?.value
    expect([value('conditions'), value('what'), value('due'), value('owner')]).toEqual([
      'As amended.',
      'Tell DCC',
      '2019-10-01',
      'body/secas',
    ])
    expect(page.document.querySelector<HTMLInputElement>('#f-phrase-convert-and-approve')?.checked).toBe(true)
    expect((await site.open('/sec/DP081')).heading).toContain('DP081')
    const missing = await readPage(await save('modification/81', { phrase: 'convert-to-refine' }))
    expect([missing.status, missing.text.includes('Path:')]).toEqual([422, true])
    expect((await readPage(await save('modification/81', {}))).text).toContain('Choose what became of the item')
  })

  it('one press converts, approves the report, sets conditions, places the action, and goes to the next item', async () => {
    const response = await save('modification/81', {
      phrase: 'convert-and-approve',
      path: 'self-governance',
      conditions: 'The legal text is checked first.',
      what: 'Check the legal text',
      owner: 'body/secas',
      due: '2019-10-14',
    })
    expect(response.status).toBe(303)
    const location = response.headers.get('location') ?? ''
    expect(location).toMatch(/^\/sec\/meetings\/panel-2019-10-11\/run\?item=/)
    expect(location).not.toContain('81')
    const next = await secretary.open(location)
    expect(next.text).toContain('Recorded')
    expect((await site.open('/sec/MP081')).text).toContain('Modification Report Consultation')
    expect((await site.open('/sec/actions')).text).toContain('Check the legal text')
  })

  it('what rows warn of is shown at the item before it is recorded', async () => {
    const item = { modification: 'modification/82', purposes: ['conversion'] }
    expect((await administrator.send(`/sec/acts/table-item${ofPanel}`, item)).status).toBe(303)
    const fields = { phrase: 'convert-to-refine', path: 'self-governance' }
    const before = site.app.live.entries.length
    const page = await readPage(await save('modification/82', fields))
    expect([page.status, page.text.includes('Save all the same, and next'), site.app.live.entries.length]).toEqual([200, true, before])
    expect(page.text).toContain('Nothing recorded says that it was determined ready for conversion')
    expect(await axeFindings(page.html)).toEqual([])
    const again = Object.fromEntries(
      [...page.document.querySelectorAll<HTMLInputElement>('main form input[type=hidden]')].map(({ name, value }) => [name, value]),
    )
    expect((await secretary.post(`${panel}/run`, { ...again, ...fields, conditions: 'Other words.' })).status).toBe(200)
    expect((await secretary.post(`${panel}/run`, { ...again, ...fields })).status).toBe(303)
    expect((await site.open('/sec/MP082')).heading).toContain('MP082')
  })

  it('the minutes are a draft drawn from it, and agreed ones say when an entry was corrected since', async () => {
    await save('modification/83', { phrase: 'defer', to: 'meeting/panel-2019-11-08' })
    const minutes = await site.open(`${panel}/minutes`)
    expect(minutes.text).toMatch(
      /Draft: not agreed yet.*MP081.*Modification Report approved by the Panel.*The legal text is checked first\./,
    )
    expect(minutes.text).toMatch(/Action 1 on SECAS: Check the legal text, by 14 October 2019/)
    expect(minutes.text).toMatch(/DP083.*Deferred to the SEC Panel of 8 November 2019/)
    expect(await axeFindings(minutes.html)).toEqual([])
    expect((await site.open('/sec/meetings/panel-2019-11-08')).text).toMatch(/DP083 for conversion/)
  })

  it('the pack tells what is new since the last meeting unless it is asked not to', async () => {
    const pack = await site.open(`${panel}/pack`)
    expect(pack.text).toContain('New since the SEC Panel of 14 June 2019')
    expect(await axeFindings(pack.html)).toEqual([])
    expect((await site.open(`${panel}/pack?new=no`)).text).not.toContain('New since')
    expect((await site.open(`${panel}?new=no`)).text).not.toContain('Determined ready')
    // What this meeting did is no news to it.
    const open = (await site.open(panel)).text
    expect([open.includes('Determined ready'), open.includes('Modification Report approved by')]).toEqual([true, false])
  })

  it('minutes that were agreed say so, and when what is recorded was changed since; what was agreed is a link away', async () => {
    const before = '/sec/meetings/panel-2019-06-14/minutes'
    await save('meeting/panel-2019-06-14', { phrase: 'agree-minutes' })
    const agreed = await site.open(before)
    expect(agreed.text).toContain('Agreed at the SEC Panel of 11 October 2019.')
    expect(agreed.text).not.toContain('was changed since they were agreed')
    await administrator.send('/sec/acts/record-attendance/meeting/panel-2019-06-14', { present: ['organisation/dcc'] })
    const changed = await site.open(before)
    expect(changed.text).toMatch(/was changed since they were agreed.*Present ?DCC/)
    const link = [...changed.document.querySelectorAll('a')].find(({ textContent }) => textContent === 'The minutes as they were agreed')
    expect((await site.open(link?.getAttribute('href') ?? '')).text).toMatch(/Agreed at .*Present ?Not recorded/)
  })

  it('a paper has its reference once the number of the meeting is told, and shows whether it was late', async () => {
    const paper = {
      title: 'Change Status Report',
      paperKind: 'report',
      action: 'for information',
      recommendation: 'NOTE',
      classification: 'white',
    }
    expect((await readPage(await administrator.send(`/sec/acts/table-paper${ofPanel}`, paper))).text).toContain(
      'The number of the meeting is not told, and a reference has it',
    )
    await administrator.send(`/sec/acts/number-meeting${ofPanel}`, { number: '73' })
    expect((await administrator.send(`/sec/acts/table-paper${ofPanel}`, paper)).status).toBe(303)
    await administrator.send(`/sec/acts/circulate-papers${ofPanel}`, {})
    const page = await site.open(panel)
    expect(page.text).toMatch(/SECP_73_1110_01.*Change Status Report.*for information, to NOTE.*white.*11 October 2019 late/)
    expect(await axeFindings(page.html)).toEqual([])
  })
})

it('what the secretary of one body runs is not run by another', async () => {
  const site = await openTestSite()
  const other = await signIn(site, 'working-group')
  const page = await other.open(`${panel}/run`)
  expect([page.status, page.text.includes('SEC Panel or')]).toEqual([403, true])
  await site.close()
})
