import { join } from 'node:path'
import { getDocument } from 'unpdf/pdfjs'
import { expect, it } from 'vitest'
import { textOfDocx, textOfPage, textOfPdf } from '../../../test/support/paper-text.ts'
import { filesOfZip } from '../../../test/support/zip.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { paperDocx } from './docx.ts'
import { PaperPage } from './html.tsx'
import { heading, list, type Paper, paragraph, table } from './paper.ts'
import { paperPdf } from './pdf.ts'

const files = join(import.meta.dirname, 'files')

/** Everything that a template or a file format could take for its own. */
const hostile = [
  '#panic("x") $x$ *bold* _it_ @ref <tag> `code` \\ // /* "quoted" ’ – •',
  '&amp; <w:t> ]]> {slot} [link](x) = heading',
  'ffi é ż Ω',
]

const paper: Paper = {
  title: 'A paper & its <title>',
  classification: 'Green',
  reference: 'P_1',
  author: 'SECAS Team',
  date: calendarDate('2019-10-04'),
  cover: [{ kind: 'facts', facts: [{ name: 'Paper Reference', value: ['P_1'] }] }],
  sections: [
    heading(1, '1. Summary'),
    ...hostile.map((text) => paragraph(text, { text: 'a link', href: 'http://localhost/a?b=1&c=%22' })),
    ...list([['one'], ['two ', { text: 'three', href: 'http://localhost/' }]]),
    table('A table', [{ title: 'A' }, { title: 'B', numeric: true }], [[['x'], ['1']]]),
  ],
  attachments: [{ name: 'manifest.json', type: 'application/json', about: 'what it was made from', content: '{"a":"<&>]]>"}' }],
}

it('is the same bytes for the same paper', async () => {
  const first = await paperPdf(paper, files)
  const docx = await paperDocx(paper, files)
  await paperPdf({ ...paper, title: 'Another' }, files)
  await paperDocx({ ...paper, title: 'Another' }, files)
  await new Promise((later) => setTimeout(later, 5))
  expect(Buffer.compare(docx, await paperDocx(paper, files))).toBe(0)
  expect(Buffer.compare(first, await paperPdf(paper, files))).toBe(0)
  expect(Buffer.compare(first, await paperPdf({ ...paper, date: calendarDate('2019-10-05') }, files))).not.toBe(0)
})

it('says the same in every form, whatever it says', async () => {
  const page = textOfPage(String(PaperPage({ paper }))).replaceAll('•', '')
  expect(page).toContain(hostile[1]?.replace(/\s/g, ''))
  expect(await textOfPdf(await paperPdf(paper, files))).toBe(page)
  expect((await textOfDocx(await paperDocx(paper, files))).replaceAll('•', '')).toBe(page)
})

it('tells by its number a letter that the fonts do not have', async () => {
  const pdf = await paperPdf({ ...paper, title: 'About 漢字 and 😀', sections: [paragraph('漢')] }, files)
  const text = await textOfPdf(pdf)
  expect(text).toContain('About[U+6F22][U+5B57]and[U+1F600]')
  expect(text).toMatch(/\[U\+6F22\]$/)
})

it('carries what is attached', async () => {
  const [attachment] = paper.attachments
  const pdf = await getDocument({ data: await paperPdf(paper, files), verbosity: 0 }).promise
  const [attached] = Object.values((await pdf.getAttachments()) as Record<string, { filename: string; content: Uint8Array }>)
  expect([attached?.filename, Buffer.from(attached?.content ?? []).toString()]).toEqual(['manifest.json', attachment?.content])
  const parts = filesOfZip(await paperDocx(paper, files))
  expect(parts['customXml/item1.xml']).toContain('{"a":"&lt;&amp;>]]')
  expect(parts['word/_rels/document.xml.rels']).toContain('Target="../customXml/item1.xml"')
})
