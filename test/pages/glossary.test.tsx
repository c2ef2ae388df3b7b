import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
}, 60_000)
afterAll(() => site.close())

it('tells what the terms mean, each at an address of its own, with its source', async () => {
  const { document } = await site.open('/sec/glossary')
  const term = document.getElementById('working-day')
  expect(textOf(term?.querySelector('dt'))).toBe('Working Day (WD)')
  expect(textOf(term?.querySelector('dd'))).toMatch(/^Monday to Friday, without bank holidays\..* Source: /)
})

it('tells what each figure of the report counts, by its id', async () => {
  const { document } = await site.open('/sec/glossary')
  expect(textOf(document.getElementById('figure-stage-define'))).toContain('stage.define')
  expect(textOf(document.getElementById('figure-assessment-pa-open-mean'))).toContain('Mean over the open assessments (PA)')
})

it('gives no address twice', async () => {
  const { document } = await site.open('/sec/glossary')
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('has nothing that axe objects to, and is small', async () => {
  const { html } = await site.open('/sec/glossary')
  expect(await axeFindings(html)).toEqual([])
  expect(gzipSync(html).byteLength).toBeLessThan(15_000)
})
