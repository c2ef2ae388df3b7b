import { Document, Packer, Paragraph } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkedFile, LARGEST_FILE } from './content.ts'

const text = (content: string) => Buffer.from(content, 'utf8')
const pdf = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <<>>\n%%EOF\n')
const png = Buffer.from('89504e470d0a1a0a0000000049454e44ae426082', 'hex')
const jpeg = Buffer.from('ffd8ffe000104a464946000101ffd9', 'hex')
const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Minutes')] }] }))

const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const types = (type = wordTypes) => `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`
const relation = (type: string, target: string) =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`
/** An Office file of these parts, beside those that make it one. */
const office = (parts: Readonly<Record<string, string | Uint8Array>> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ '[Content_Types].xml': types(), 'word/document.xml': '<document/>', ...parts }).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  )

describe('what a file is', () => {
  it.each([
    ['report.pdf', pdf, 'application/pdf'],
    ['Report.PDF', pdf, 'application/pdf'],
    ['minutes.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['small.docx', office(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['with links.docx', office({ 'word/_rels/document.xml.rels': relation('hyperlink', 'https://example.org/') }), undefined],
    ['plan.png', png, 'image/png'],
    ['scan.jpeg', jpeg, 'image/jpeg'],
    ['costs.csv', text('what,£\nsystem,1'), 'text/csv'],
    ['notes.txt', text('a < b'), 'text/plain'],
  ])('%s is kept', (name, bytes, mediaType) => {
    const checked = checkedFile(name, bytes)
    expect(checked).toMatchObject({ name, size: bytes.length, ...(mediaType ? { mediaType } : {}) })
  })

  it('has its name without the path that some browsers send', () => {
    expect(checkedFile('C:\\letters\\2019\\letter.pdf', pdf)).toMatchObject({ name: 'letter.pdf' })
    expect(checkedFile('../../etc/letter.pdf', pdf)).toMatchObject({ name: 'letter.pdf' })
  })

  it.each<[string, string, Uint8Array, string]>([
    ['a web page called a PDF', 'letter.pdf', text('<!doctype html><script>1</script>'), 'is called a PDF and is a web page'],
    ['a drawing', 'drawing.svg', text('<svg/>'), 'is a file of the kind .svg, which is not kept here'],
    ['a drawing called a text', 'drawing.txt', text('\ufeff <svg onload="1"/>'), 'is called plain text and is a web page'],
    ['a program', 'letter.docx', Buffer.from('4d5a900003', 'hex'), 'is called an Office file or an archive and is a program'],
    ['a script', 'notes.txt', text('#!/bin/sh\nrm'), 'is called plain text and is a program'],
    [
      'an old Word file',
      'letter.docx',
      Buffer.from('d0cf11e0a1b11ae100', 'hex'),
      'is an Office file of the old kind, or one with a password',
    ],
    ['a PDF called a Word file', 'letter.docx', pdf, 'is called an Office file or an archive and is a PDF'],
    ['an archive', 'letter.docx', zipSync({ 'a.txt': strToU8('a') }), 'is an archive, and not what it is called'],
    ['a PDF that is an archive as well', 'letter.pdf', Buffer.concat([pdf, office(), pdf.subarray(-6)]), 'is an archive as well'],
    ['a PDF with scripts', 'letter.pdf', Buffer.from(`${pdf}/JavaScript (1)\n%%EOF`), 'has scripts in it'],
    ['a picture with something behind it', 'plan.png', Buffer.concat([png, text('<script>')]), 'has something behind its end'],
    ['text that is none', 'notes.txt', Buffer.from([0, 1, 2]), 'is called plain text and is something else'],
    ['nothing', 'notes.txt', Buffer.alloc(0), 'is empty'],
    ['too much', 'notes.txt', Buffer.alloc(LARGEST_FILE + 1, 32), 'is larger than 20 MB'],
    ['a name that is turned round', 'annex\u202efdp.docx', docx, 'has characters in its name that cannot be seen'],
    ['no ending', 'letter', pdf, 'is a file without an ending'],
    ['macros', 'letter.docx', office({ 'word/vbaProject.bin': 'x' }), 'has macros in it'],
    [
      'macros by its type',
      'letter.docx',
      office({ '[Content_Types].xml': types('application/vnd.ms-word.document.macroEnabled.main+xml') }),
      'has macros in it',
    ],
    ['another program’s object', 'letter.docx', office({ 'word/embeddings/oleObject1.bin': 'x' }), 'has another program’s object in it'],
    [
      'a template from elsewhere',
      'letter.docx',
      office({ 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'https://example.org/t.dotm') }),
      'fetches something from elsewhere',
    ],
    [
      'a link to a file',
      'letter.docx',
      office({ 'word/_rels/document.xml.rels': relation('hyperlink', 'file:///c:/x.exe') }),
      'has a link to a file or a script',
    ],
    ['parts that lead out of it', 'letter.docx', office({ '../evil.xml': 'x' }), 'has parts that lead out of it'],
    ['a bomb', 'letter.docx', office({ 'word/media/image1.xml': new Uint8Array(50_000_000) }), 'unpacks to far more than it looks'],
    ['entities', 'letter.docx', office({ '_rels/.rels': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }), 'is built as no Office program builds it'],
    ['a PDF with scripts by another spelling', 'letter.pdf', Buffer.from(`${pdf}/Java#53cript (1)\n%%EOF`), 'has scripts in it'],
    ...[
      (told: string) => told.replaceAll('<Relationship ', '<p:Relationship '),
      (told: string) => told.replace('"External"', '"&#69;xternal"'),
      (told: string) => told.replace('Id="r1"', 'Id="a>b"'),
      (told: string) => told.replace('Id="r1"', 'Id="/hyperlink"'),
    ].map((spelt): [string, string, Uint8Array, string] => [
      'a template from elsewhere by another spelling',
      'letter.docx',
      office({ 'word/_rels/settings.xml.RELS': spelt(relation('attachedTemplate', 'https://example.org/t.dotm')) }),
      'fetches something from elsewhere',
    ]),
    [
      'relations in other letters than ours',
      'letter.docx',
      office({ 'word/_rels/settings.xml.rels': Buffer.from(relation('attachedTemplate', 'https://example.org/'), 'utf16le') }),
      'cannot be opened',
    ],
    [
      'a relation that cannot be taken apart',
      'letter.docx',
      office({ 'word/_rels/settings.xml.rels': '<Relationship Id=r1 TargetMode="External"/>' }),
      'is built as no Office program builds it',
    ],
    [
      'macros by a type in numbers',
      'letter.docx',
      office({ '[Content_Types].xml': `${types()}<Default ContentType="application/vnd.ms-office.vba&#80;roject"/>` }),
      'has macros in it',
    ],
  ])('%s is refused in one line', (_what, name, bytes, why) => {
    const checked = checkedFile(name, bytes)
    const line = 'wrong' in checked ? checked.wrong : 'kept'
    expect(line).toContain(why)
    expect(line).not.toMatch(/[\n\u202e]/)
    expect(line).toMatch(/: \S/)
  })
})
