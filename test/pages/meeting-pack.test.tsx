import { getDocument } from 'unpdf/pdfjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOfDocx, textOfPage, textOfPdf } from '../support/paper-text.ts'
import { openTestSite, type TestSite } from '../support/site.ts'

const panel = '/sec/meetings/panel-2019-10-11'

describe('the documents of a meeting', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await openTestSite()
  }, 60_000)
  afterAll(() => site.close())

  const bytesOf = async (path: string, type: RegExp) => {
    const response = await site.request(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringMatching(type)])
    return new Uint8Array(await response.arrayBuffer())
  }

  it('the pack is one tagged PDF with a bookmark for each item, an agenda that leads to them, and says what the page says', async () => {
    const bytes = await bytesOf(`${panel}/pack.pdf`, /pdf/)
    expect(await textOfPdf(bytes)).toBe(textOfPage((await site.open(`${panel}/pack`)).html).replaceAll('•', ''))
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
    expect((await pdf.getMarkInfo())?.Marked).toBe(true)
    const bookmarks = (await pdf.getOutline()).map(({ title }) => title)
    expect(bookmarks).toEqual([
      'Agenda',
      '1. SECMP0053 Amend Target Response Times for Service Requests Critical to Installation and Commissioning Processes',
      '2. DP080 Ensuring a managed move to DUIS version 3.1',
      '3. DP081 Alignment of DUIS and CHISM to reflect current DCC Processing',
      '4. DP083 Change Coordination',
      '5. DP087 Correction to SEC Section G - User Responsibilities',
    ])
    const links = (await (await pdf.getPage(1)).getAnnotations()).filter(({ subtype, dest }) => subtype === 'Link' && dest)
    expect(links.length).toBeGreaterThanOrEqual(5)
    await pdf.destroy()
  })

  it('tells what is new since the last meeting of the body unless it is asked not to', async () => {
    expect(await textOfPdf(await bytesOf(`${panel}/pack.pdf`, /pdf/))).toContain('NewsincetheSECPanelof14June2019')
    expect(await textOfPdf(await bytesOf(`${panel}/pack.pdf?new=no`, /pdf/))).not.toContain('Newsince')
  })

  it('the minutes are the same as a page, as PDF and as DOCX', async () => {
    const minutes = '/sec/meetings/change-board-2019-09-18/minutes'
    const page = textOfPage((await site.open(minutes)).html)
    expect(page).toContain('Draft:notagreedyet.')
    expect(await textOfPdf(await bytesOf(`${minutes}.pdf`, /pdf/))).toBe(page)
    expect((await textOfDocx(await bytesOf(`${minutes}.docx`, /wordprocessingml/))).replaceAll('•', '')).toBe(page)
    expect((await site.request('/sec/meetings/none/pack.pdf')).status).toBe(404)
  })
})
