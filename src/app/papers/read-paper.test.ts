import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeletedTextRun, Document, InsertedTextRun, Packer, Paragraph, TextRun } from 'docx'
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { grammar } from '../../../codes/sec/pack/grammar.ts'
import { layouts, pdfOf } from '../../../test/support/paper-layouts.ts'
import { isRefused } from '../../domain/refusal.ts'
import { recognised } from '../../report/reconcile/recognised.ts'
import { readPaper } from './read-paper.ts'
import { readPaperFile } from './reading.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const zeros = '0'.repeat(64)
const locked = pdfOf([[]], `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${zeros}> /U <${zeros}> /P -44 >> /ID [<00> <00>] `)
const dcusa = `# DCUSA Change Report
There are two Change Proposals:
* DCP 350 ‘Creation of Embedded Capacity Registers’
* DCP 361 ‘Ofgem Targeted Charging Review’
`

/** The line that is said of a file, whether it is read for its text or for its claims. */
async function lineFor(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readPaper(name, bytes)
  const known = isRefused(read) ? read : recognised(read, grammar)
  return isRefused(known) ? known.refused : 'read'
}

it.each([
  { what: 'an empty file', bytes: new Uint8Array(), line: /^x: expected a paper, got no text; choose the file of the paper$/ },
  {
    what: '50 MB of text',
    bytes: new Uint8Array(50_000_000).fill(65),
    line: /^x: expected at most 5 MB, got 50\.0 MB; take out its pictures/,
  },
  {
    what: 'more text than a paper has',
    bytes: bytesOf('word '.repeat(60_000)),
    line: /^x: expected at most 250000 characters of text, got \d+;/,
  },
  { what: 'a PDF with a password', bytes: locked, line: /^x: expected a PDF that opens without a password, got one that asks for it;/ },
  { what: 'a PDF of pictures', bytes: pdfOf([[], []]), line: /^x: expected a paper, got pages without text \(a scan\?\);/ },
  {
    what: 'a ZIP',
    bytes: zipSync({ 'a.txt': bytesOf('a') }),
    line: /^x: expected a Word document, got a file that cannot be read as one;/,
  },
  {
    what: 'a ZIP that is huge inside',
    bytes: zipSync({ 'word/document.xml': new Uint8Array(120_000_000) }),
    line: /^x: expected a Word document/,
  },
  {
    what: 'a picture',
    bytes: new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]),
    line: /^x: expected a PDF, .* got something else;/,
  },
  {
    what: 'a paper of another code',
    bytes: bytesOf(dcusa),
    line: /^x: expected a Change Status Report of this code, whose references are like SECMP0001, DP070, MP070, got one that names DCP 350, DCP 361;/,
  },
  {
    what: 'a letter',
    bytes: bytesOf('Dear all,\nI write to you.\n'),
    line: /^x: expected a Change Status Report .* got one that names none;/,
  },
])('says in one line what $what is', async ({ bytes, line }) => {
  const said = await lineFor('x', bytes)
  expect(said).toMatch(line)
  expect(said).not.toContain('\n')
})

it('says in one line that a path is a folder, or nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'codicil-'))
  const told = await Promise.all([folder, join(folder, 'none.pdf')].map(readPaperFile))
  expect(told).toMatchObject([
    { refused: expect.stringContaining('got a folder') },
    { refused: expect.stringContaining('got nothing there') },
  ])
  writeFileSync(join(folder, 'large.txt'), new Uint8Array(6_000_000))
  expect(await readPaperFile(join(folder, 'large.txt'))).toMatchObject({
    refused: expect.stringContaining('large.txt: expected at most 5 MB'),
  })
})

it('reads UTF-16 with its mark and without, either way round, and what Windows wrote', async () => {
  const text = 'Change Status Report – October 2019\n'
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  const windows = Buffer.concat([Buffer.from('Change Status Report '), Buffer.from([0x96]), Buffer.from(' October 2019\n')])
  for (const bytes of [
    little,
    big,
    Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
    Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    windows,
  ]) {
    const read = await readPaper('x', new Uint8Array(bytes))
    expect(isRefused(read) ? read : read.lines[0]?.text).toBe(text.trim())
  }
})

it('reads a Word document with tracked changes as if they were accepted, and says so', async () => {
  const change = { id: 1, author: 'x', date: '2019-10-04T00:00:00Z' }
  const children = [
    new TextRun('There are '),
    new DeletedTextRun({ ...change, text: 'four' }),
    new InsertedTextRun({ ...change, id: 2, text: 'five' }),
    new TextRun(' Draft Proposals'),
  ]
  const document = new Document({ sections: [{ children: [new Paragraph({ children })] }] })
  const read = await readPaper('x.docx', new Uint8Array(await Packer.toBuffer(document)))
  expect(read).toMatchObject({ form: 'docx', remark: expect.stringContaining('as if all of them were accepted') })
  expect(isRefused(read) ? '' : read.lines[0]?.text).toBe('There are five Draft Proposals')
  const plain = await readPaper('x.docx', (await layouts.docx?.('# Change Status Report – May 2020\n')) ?? new Uint8Array())
  expect(plain).not.toHaveProperty('remark')
})

it('reads a PDF by where its text stands, and a page with what is shown of it', async () => {
  const scattered = pdfOf([
    [
      { text: 'below', x: 60, y: 100 },
      { text: 'right', x: 300, y: 700 },
      { text: 'left', x: 60, y: 700 },
    ],
  ])
  const read = await readPaper('x.pdf', scattered)
  expect(isRefused(read) ? read : read.lines.map(({ page, text }) => [page, text])).toEqual([
    [1, 'left  right'],
    [1, ''],
    [1, 'below'],
  ])
  const page =
    '<!doctype html><title>t</title><nav>menu</nav><p>One<p hidden>no<script>no()</script><ul><li>a<li><a href="https://x.test/">b</a></ul>'
  const html = await readPaper('x.html', bytesOf(page))
  expect(isRefused(html) ? html : html.lines).toEqual([
    { line: 1, text: 'One' },
    { line: 2, text: 'a', as: 'item' },
    { line: 3, text: 'b', as: 'item', links: ['https://x.test/'] },
  ])
})
