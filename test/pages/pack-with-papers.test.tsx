import { PDFDocument } from '@cantoo/pdf-lib'
import { getDocument } from 'unpdf/pdfjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookmarksOf, textOfPdf } from '../support/paper-text.ts'
import { type Filled, type Person, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

const panel = '/sec/meetings/panel-2019-10-11'
const table = '/sec/acts/table-paper/meeting/panel-2019-10-11'
const white = { action: 'for information', recommendation: 'NOTE', classification: 'white' }
const pdf = (bytes: Uint8Array, name: string) => new File([Uint8Array.from(bytes)], name, { type: 'application/pdf' })

/** How a page is numbered at its foot. */
const footsIn = (bytes: Uint8Array) => async (page: number) => {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { items } = await (await document.getPage(page)).getTextContent()
  await document.destroy()
  return /Page \d+ of \d+/.exec(items.map((item) => ('str' in item ? item.str : '')).join(''))?.[0]
}

describe('the pack with its papers', () => {
  let site: TestSite
  let administrator: Person
  let report: Uint8Array
  beforeAll(async () => {
    site = await openTestSite()
    administrator = await signIn(site, 'administrator')
    report = await bytesOf('/sec/reports/assessment-update/2019-10.pdf')
    const locked = await PDFDocument.load(report)
    locked.encrypt({ userPassword: 'marigold', ownerPassword: 'marigold' })
    const word = await bytesOf('/sec/reports/assessment-update/2019-10.docx')
    await administrator.send('/sec/acts/number-meeting/meeting/panel-2019-10-11', { number: '73' })
    await tabled({ title: 'Assessments update', ...white }, pdf(report, 'update.pdf'))
    await tabled({ title: 'Locked paper', ...white }, pdf(await locked.save({ useObjectStreams: false }), 'locked.pdf'))
    await tabled({ title: 'Word paper', ...white }, new File([Uint8Array.from(word)], 'word.docx'))
    await tabled({ title: 'Broken paper', ...white }, pdf(new TextEncoder().encode('%PDF-1.7\n%%EOF\n'), 'broken.pdf'))
    await tabled({ title: 'Paper without a file', ...white })
  }, 60_000)
  afterAll(() => site.close())

  async function bytesOf(path: string, who: { get: (path: string) => Promise<Response> } = { get: (path) => site.request(path) }) {
    return new Uint8Array(await (await who.get(path)).arrayBuffer())
  }
  async function tabled(fields: Filled, file?: File) {
    const sent = await administrator.sendFiles(table, fields, file ? { file } : {})
    expect([fields.title, sent.status]).toEqual([fields.title, 303])
  }
  async function opened(bytes: Uint8Array) {
    const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount()
    return { bookmarks: await bookmarksOf(bytes), pages, text: await textOfPdf(bytes), footOf: footsIn(bytes) }
  }

  it('is one file to be kept, with the pages of each paper behind a page that is its bookmark; the same bytes again', async () => {
    const answer = await site.request(`${panel}/pack-with-papers.pdf`)
    expect(answer.headers.get('content-disposition')).toContain('attachment; filename="pack-with-papers-panel-2019-10-11.pdf"')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const { bookmarks, pages, text, footOf } = await opened(bytes)
    expect(bookmarks.slice(-5)).toEqual([
      'Paper SECP_73_1110_01: Assessments update',
      'Paper SECP_73_1110_02: Locked paper',
      'Paper SECP_73_1110_03: Word paper',
      'Paper SECP_73_1110_04: Broken paper',
      'Paper SECP_73_1110_05: Paper without a file',
    ])
    const [pack, update] = [await opened(await bytesOf(`${panel}/pack.pdf`)), await opened(report)]
    expect(pages).toBe(pack.pages + 5 + update.pages)
    expect(text).toContain(update.text.slice(0, 60))
    // Its own pages count those of others with them.
    expect([await footOf(pack.pages + 1), await footOf(pages)]).toEqual([`Page ${pack.pages + 1} of ${pages}`, `Page ${pages} of ${pages}`])
    for (const why of ['itisprotectedbyapassword', 'itisnoPDF', 'itcannotbereadasaPDF'])
      expect(text).toContain(`Itisnotinthispack,since${why}.Itiskeptwiththepaper,onthepageofthemeeting.`)
    expect(text).toContain('Itisnotinthispack,sincenofileofitisheldthatthereaderofthispackmaysee.')
    expect(text.match(/NewsincetheSECPanelof14June2019Itis/g)).toHaveLength(3)
    expect(Buffer.compare(bytes, await bytesOf(`${panel}/pack-with-papers.pdf`))).toBe(0)
  })

  it('is led to from the meeting, where each paper has its file', async () => {
    const page = await site.open(panel)
    const links = [...page.document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '')
    expect(links).toContain(`${panel}/pack-with-papers.pdf`)
    expect(links.filter((href) => href.startsWith('/sec/documents/'))).toHaveLength(4)
    expect(await axeFindings(page.html)).toEqual([])
    expect((await site.open(`${panel}/pack`)).text).toContain('file: Assessments update (PDF, ')
  })

  it('holds a document that is kept elsewhere, once it was chosen, and its new version', async () => {
    const attach = '/sec/acts/attach-document/modification/81'
    const kept = { title: 'DP081 problem statement', classification: 'white' }
    await administrator.sendFiles(attach, kept, { file: new File(['A first version'], 'statement.txt') })
    const choose = '/sec/acts/choose-paper-file/paper/5'
    const document = (await site.open('/sec/DP081')).html.match(/\/sec\/documents\/([0-9a-f]{16})/)?.[1] ?? ''
    const minute = { 'recorded.files': pdf(report, 'marigold-minute.pdf') }
    expect((await administrator.sendFiles(choose, { document: `document/${document}` }, minute)).status).toBe(303)
    // What only shows that it was chosen is in no pack.
    expect((await opened(await bytesOf(`${panel}/pack-with-papers.pdf`, administrator))).text).not.toContain('marigold')
    expect((await opened(await bytesOf(`${panel}/pack-with-papers.pdf`))).text).toContain('DP081problemstatement(text,15bytes)')
    const next = { ...kept, of: `document/${document}` }
    expect((await administrator.sendFiles(attach, next, { file: pdf(report, 'statement.pdf') })).status).toBe(303)
    expect((await opened(await bytesOf(`${panel}/pack-with-papers.pdf`))).text).toContain('namedstatement.pdf')
    expect((await site.open(`${panel}/pack`)).text).toContain(
      'New version of the file of paper SECP_73_1110_05: DP081 problem statement (PDF, ',
    )
  })

  it('is classed as what its items tell its reader, and says until when some of it is not public', async () => {
    const classed = async (who: Pick<Person, 'open'>) => /This document has[\s\S]*?New /.exec((await who.open(`${panel}/pack`)).text)?.[0]
    const cost = { assessment: '53/IA/1', period: 'annual', low: '350000', confidential: 'yes' }
    expect((await administrator.send('/sec/acts/cost-assessment/modification/53', cost)).status).toBe(303)
    const comment = { text: 'It can wait.', 'recorded.by': 'body/panel', 'recorded.publicAt': '2019-10-08T17:00' }
    expect((await administrator.send('/sec/acts/comment/modification/81', comment)).status).toBe(303)
    const [all, open] = [await classed(administrator), await classed(site)]
    expect(all).toContain('has a Classification of Amber')
    expect(all).toContain('Part of it is not public until 8 October 2019, 17:00.')
    expect(open).toContain('has a Classification of White')
    expect(open).not.toContain('not public')
  })

  it('has nothing of an amber file for who may not see it: no page, no title, no bookmark, and no byte', async () => {
    const before = await bytesOf(`${panel}/pack-with-papers.pdf`)
    const amber = { title: 'Marigold annex', classification: 'amber' }
    const attached = await administrator.sendFiles('/sec/acts/attach-document/paper/1', amber, { file: pdf(report, 'marigold.pdf') })
    expect(attached.status).toBe(303)
    const panelMember = await signIn(site, 'panel')
    for (const who of [{ get: (path: string) => site.request(path) }, panelMember]) {
      const { text, bookmarks } = await opened(await bytesOf(`${panel}/pack-with-papers.pdf`, who))
      expect([text.includes('Marigold'), bookmarks.join().includes('Marigold'), text.includes('Amber')]).toEqual([false, false, false])
      expect(await (await who.get(panel)).text()).not.toContain('Marigold')
    }
    // Its reader as well knows that it was drawn from a longer log: the pack is told of none.
    expect(Buffer.compare(before, await bytesOf(`${panel}/pack-with-papers.pdf`))).toBe(0)
    const all = await opened(await bytesOf(`${panel}/pack-with-papers.pdf`, administrator))
    expect(all.bookmarks).toContain('Paper SECP_73_1110_01: Assessments update (file 2 of 2)')
    expect(all.text).toContain('File:Marigoldannex(PDF,')
    expect(all.text).toContain('ThisdocumenthasaClassificationofAmber')
  })
})
