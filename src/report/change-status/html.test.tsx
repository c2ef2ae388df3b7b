import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { pack } from '../../../codes/sec/pack.ts'
import { endOfSample, october, registersOf, sampleLog } from '../../../test/support/sample-register.ts'
import { yearMonth } from '../../domain/calendar/calendar-date.ts'
import { PaperPage } from '../paper/html.tsx'
import { type ChangeStatusModel, changeStatus } from './model.ts'
import { changeStatusPaper } from './paper.ts'
import type { Links } from './rendering.ts'

const links: Links = {
  subject: (subject) => `/sec/${subject}`,
  entry: (subject, place) => `/sec/${subject}#entry-${place}`,
  days: (from, to) => `/sec/days?from=${from}&to=${to}`,
  register: '/sec/register',
}

describe('the report as a page', () => {
  let model: ChangeStatusModel
  let html: string
  beforeAll(async () => {
    const log = await sampleLog(endOfSample)
    model = changeStatus({ registerOn: registersOf(log), month: yearMonth('2019-10'), asOf: october, grammar: pack.grammar })
    html = String(<PaperPage paper={changeStatusPaper(model, (id) => log.texts.get(id), links)} />)
  })

  it('has the sections of the paper in its order, under one heading', () => {
    expect([...html.matchAll(/<h1[^>]*>([^<]*)/g)].map(([, title]) => title)).toEqual(['Change Status Report – October 2019'])
    expect([...html.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, title]) => title)).toEqual([
      'Purpose',
      'Recommendations',
      '1. Summary',
      '2. Define',
      '3. Refine',
      '4. Opine',
      '5. Release',
      'Annex: how the figures are counted',
    ])
  })

  it('leads from the 45 WD of SECMP0007 to its page and its arithmetic', () => {
    expect(html).toContain('<a class="govuk-link" href="/sec/modification/7">SECMP0007</a>')
    expect(html).toContain('45 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days')
    expect(html).toContain('/sec/days?from=2019-07-30&amp;to=2019-09-30')
  })

  it('links no modification that a source does not name', () => {
    expect(html).toContain('17 named + 3 that no source names')
    expect(html).not.toMatch(/href="\/sec\/modification\/u\d+"/)
  })

  it('uses each id once and no script', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(html).not.toContain('<script')
  })

  it('is small', () => {
    expect(gzipSync(html).length).toBeLessThan(14_000)
  })
})
