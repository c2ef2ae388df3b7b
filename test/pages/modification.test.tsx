import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { modifications } from '../../src/domain/register.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
let later: TestSite
beforeAll(async () => {
  site = await openTestSite()
  later = await openTestSite(calendarDate('2026-05-29'))
}, 120_000)
afterAll(async () => {
  await site.close()
  await later.close()
})

const part = (document: Document, id: string) => textOf(document.getElementById(id))

describe('its address', () => {
  it.each([
    ['/sec/secmp7', '/sec/SECMP0007'],
    ['/sec/mp84?asof=2019-09-30', '/sec/DP084?asof=2019-09-30'],
    ['/sec/SECMP076?known=2019-10-04&x=1', '/sec/MP076?known=2019-10-04&x=1'],
  ])('leads from %s to %s', async (path, canonical) => {
    const response = await site.request(path)
    expect([response.status, response.headers.get('location')]).toEqual([302, canonical])
  })

  it('follows the conversion: DP081 on 4 October 2019, MP081 at the end', async () => {
    expect((await site.request('/sec/DP081')).status).toBe(200)
    expect((await later.request('/sec/DP081')).headers.get('location')).toBe('/sec/MP081')
    expect((await later.request('/sec/DP081?asof=2019-10-04')).status).toBe(200)
  })

  it('is not found for a number that nobody has, with the nearest ones', async () => {
    const page = await site.open('/sec/MP999')
    expect(page.status).toBe(404)
    expect(page.text).toContain('DP087')
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('is not found for one that a source only counts, and for what is no reference', async () => {
    expect((await site.open('/sec/u1')).status).toBe(404)
    const words = await site.open('/sec/change-coordination')
    expect([words.status, words.text.includes('DP083')]).toEqual([404, true])
  })

  it('says that nothing is told by an earlier day', async () => {
    const page = await site.open('/sec/DP084?asof=2019-09-01')
    expect([page.status, page.heading]).toEqual([404, 'Nothing is told of DP084 by 1 September 2019'])
  })
})

describe('SECMP0007 on 4 October 2019', () => {
  it('has stage, step, holder and next step at the top', async () => {
    const { document, heading } = await site.open('/sec/SECMP0007')
    expect(heading).toBe('SECMP0007 Firmware updates to IHDs and PPMIDs')
    expect(textOf(document.querySelector('.app-standing'))).toContain('Refine Refinement Process by 30 September 2019 (inferred)')
    const now = textOf(document.querySelector('.app-now'))
    expect(now).toContain('DCC, with the Impact Assessment, since 30 July 2019')
    expect(now).toContain('Implementation planned: November 2020 SEC Release')
  })

  it('shows the clock to this day and as the report counts, with both counts of the Code', async () => {
    const { document } = await site.open('/sec/SECMP0007')
    const card = part(document, 'assessment-IA-1')
    expect(card).toContain('49 WD by 4 October 2019 against a target of 40 WD: 9 over')
    expect(card).toContain('45 WD by 30 September 2019 against a target of 40 WD: 5 over')
    expect(card).toContain('45 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days')
    expect(card).toContain("44 WD the Code's Working Days, both ends counted")
    expect(card).toContain("43 WD the Code's Working Days, first day not counted")
  })

  it('says of a completed one that its duration is stated, and that the count proves nothing', async () => {
    const { document } = await site.open('/sec/SECMP0007')
    expect(part(document, 'assessment-PA-1')).toContain('took 201 WD against a target of 15 WD: 186 over')
    expect(part(document, 'assessment-PA-1')).toContain('so the count proves nothing')
  })

  it('cites a source for every entry of its timeline, and says how it was read', async () => {
    const { document } = await site.open('/sec/SECMP0007')
    const entries = [...document.querySelectorAll('[id^=entry-]')]
    expect(entries.length).toBeGreaterThan(10)
    for (const entry of entries)
      expect(document.querySelector(entry.querySelector('a.app-cite')?.getAttribute('href') ?? 'none')).not.toBeNull()
    expect(part(document, 'timeline')).toContain('Read so: worked out from the 201 WD stated')
  })

  it('names in one line what no source tells', async () => {
    expect((await site.open('/sec/SECMP0007')).text).toContain('Not told by any source: Proposer, Lead Analyst, Path.')
  })
})

describe('other modifications', () => {
  it('tells the issue, the next meeting and what is expected after it', async () => {
    expect((await site.open('/sec/DP084')).text).toContain('The Panel has two seats for Other SEC Parties.')
    const report = await site.open('/sec/SECMP0053')
    expect(textOf(report.document.querySelector('.app-now'))).toContain('11 October 2019: before the Panel with its Modification Report')
    expect(part(report.document, 'written')).toContain('SECMP053')
  })

  it('waits with the Authority, on its path', async () => {
    const { document, text } = await site.open('/sec/MP076')
    expect(textOf(document.querySelector('.app-now'))).toContain('Authority, to decide on the modification, since 18 September 2019')
    expect(text).toContain('Path 2: Authority Determined')
    expect(part(document, 'decisions')).toContain('18 September 2019 The Change Board recommended approval')
  })

  it('shows how long a request waits for its acceptance', async () => {
    const { document } = await later.open('/sec/MP078?asof=2019-09-30')
    expect(part(document, 'assessment-PA-1')).toContain('requested, not yet accepted: 22 WD by 30 September 2019')
  })

  it('tells no clock of a request that its modification has left behind', async () => {
    const { document } = await later.open('/sec/MP128A')
    expect(part(document, 'assessment-PA-1')).toContain('Acceptance not told by any source')
    expect(part(document, 'assessment-PA-1')).not.toContain('WD')
  })

  it('tells a closing that no source tells by the days between which it came', async () => {
    expect(part((await later.open('/sec/SECMP0036')).document, 'consultations')).toContain(
      'opened 28 June 2017; closed between 28 June 2017 and 4 October 2019 (inferred)',
    )
  })

  it('tells a superseded one so, from both ends', async () => {
    expect(part((await later.open('/sec/SECMP0038')).document, 'relations')).toContain('Superseded by DP094')
    expect(part((await later.open('/sec/DP094')).document, 'relations')).toContain('Supersedes SECMP0038')
  })

  it('says what came into force in part, until all of it has', async () => {
    expect(part((await later.open('/sec/SECMP0007')).document, 'plan')).toContain('24 June 2021, in part')
    expect(part((await later.open('/sec/MP118')).document, 'plan')).not.toContain('in part')
  })

  it('shows both days where two sources disagree, and which is believed', async () => {
    const { document } = await later.open('/sec/SECMP0063')
    expect(part(document, 'disputed')).toContain('Believed: 9 August 2019, Preliminary Assessment returned')
    expect(part(document, 'disputed')).toContain('Another source: 1 August 2019, Preliminary Assessment returned')
  })

  it('tells how it ended, and what was recorded later than it happened', async () => {
    const { document } = await later.open('/sec/MP076')
    expect(textOf(document.querySelector('.app-standing'))).toContain('Implemented with the November 2019 SEC Release, 29 November 2019')
    expect(part((await later.open('/sec/SECMP0063')).document, 'timeline')).toContain('Recorded later, on')
  })
})

describe('every page of a modification', () => {
  it('opens, is small, has no part twice, and axe finds nothing', async () => {
    const answer = await later.app.ask()
    if ('refused' in answer) throw new Error(answer.refused)
    const named = modifications(answer.register).filter(({ state }) => !state.unidentified)
    for (const [index, { id }] of named.entries()) {
      const { status, html, document } = await later.open(`/sec/mp${id}`)
      expect([id, status]).toEqual([id, 200])
      expect(gzipSync(html).length).toBeLessThan(15_000)
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
      expect([id, ids.filter((one, at) => ids.indexOf(one) !== at)]).toEqual([id, []])
      if (index % 12 === 0) expect([id, await axeFindings(html)]).toEqual([id, []])
    }
  }, 120_000)
})
