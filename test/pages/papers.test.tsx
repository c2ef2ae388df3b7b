import { getDocument } from 'unpdf/pdfjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOfDocx, textOfPage, textOfPdf } from '../support/paper-text.ts'
import { openTestSite, type TestSite } from '../support/site.ts'
import { filesOfZip } from '../support/zip.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
}, 60_000)
afterAll(() => site.close())

const report = '/sec/reports/change-status/2019-10'

async function file(path: string): Promise<Uint8Array> {
  const response = await site.request(path)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

it.each([report, `${report}?asof=2019-09-20`, '/sec/reports/change-status/2014-03'])(
  'the page, the PDF and the DOCX of %s say the same',
  async (path) => {
    const [bare = '', query = ''] = path.split('?')
    const page = textOfPage((await site.open(path)).html)
    expect(page.length).toBeGreaterThan(2_000)
    expect(await textOfPdf(await file(`${bare}.pdf?${query}`))).toBe(page)
    expect(await textOfDocx(await file(`${bare}.docx?${query}`))).toBe(page)
  },
  60_000,
)

describe('the PDF', () => {
  it('is tagged PDF/UA-1 in English, with a title, bookmarks and pages that say which they are', async () => {
    const bytes = await file(`${report}.pdf`)
    const document = await getDocument({ data: bytes, verbosity: 0 }).promise
    const { info, metadata } = await document.getMetadata()
    expect(metadata.getRaw()).toMatch(/pdfuaid:part[^\d]*1/)
    expect(info).toMatchObject({ Title: 'Change Status Report – October 2019', Author: 'SECAS Team', Language: 'en-GB' })
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    const outline = (await document.getOutline()).map(({ title }: { readonly title: string }) => title)
    expect(outline).toEqual(expect.arrayContaining(['Purpose', '1. Summary', '3. Refine', '5. Release']))
    const last = await document.getPage(document.numPages)
    const said = (await last.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')
    expect(said).toContain(`Page ${document.numPages} of ${document.numPages}`)
    expect(said).toContain('This document has a Classification of White')
    expect(said).toContain('TABASC_47_1710_20')
  })

  it('leads to the page of each figure and of each modification, wherever it is read', async () => {
    const document = await getDocument({ data: await file(`${report}.pdf`), verbosity: 0 }).promise
    const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)))
    const links = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat().map(({ url }) => url)
    expect(links).toContain('http://localhost/sec/reports/change-status/2019-10/figures/stage.refine')
    expect(links).toContain('http://localhost/sec/SECMP0007')
  })
})

describe('the DOCX', () => {
  it('has real headings, a language, tables whose first row is their head, and links', async () => {
    const parts = filesOfZip(await file(`${report}.docx`))
    const document = parts['word/document.xml'] ?? ''
    expect(document).toContain('<w:pStyle w:val="Title"/>')
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBeGreaterThanOrEqual(7)
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(6)
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>')
    expect(parts['word/_rels/document.xml.rels']).toContain('http://localhost/sec/reports/change-status/2019-10/figures/stage.refine')
  })

  it('says its class, its reference and its pages on each page', async () => {
    const parts = filesOfZip(await file(`${report}.docx`))
    const feet = Object.entries(parts).flatMap(([name, text]) => (/^word\/footer\d+\.xml$/.test(name) ? [text] : []))
    expect(feet).toHaveLength(2)
    for (const foot of feet) {
      expect(foot).toContain('This document has a Classification of White')
      expect(foot).toContain('TABASC_47_1710_20')
      expect(foot).toMatch(/PAGE[\s\S]*NUMPAGES/)
    }
  })
})
