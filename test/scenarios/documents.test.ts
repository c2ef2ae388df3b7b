import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFile } from '../../src/app/import.ts'
import { parseFactFile } from '../../src/app/importing/fact-file.ts'
import { exportLines } from '../../src/app/publishing/exported-log.ts'
import { documentsAbout, lastVersion } from '../../src/domain/document/documents-about.ts'
import type { Subject } from '../../src/domain/entry.ts'
import { readerOfClass } from '../../src/domain/publication/drawn-from.ts'
import { everything, memberReader, publicReader, type Reader } from '../../src/domain/reader.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

const sent = (name: string, content: string) => ({ name, base64: Buffer.from(content).toString('base64') })
const authority = actingFor('organisation/authority')

let process: Process
beforeAll(async () => {
  process = await openProcess()
})
afterAll(() => process.close())

const registerOf = async (reader: Reader) => (await process.app.present(reader)).register
const titles = async (reader: Reader, about: Subject) =>
  documentsAbout(await registerOf(reader), about).map(({ state }) => lastVersion(state).value.title)

describe('a document', () => {
  const about = 'modification/79'

  it('is kept with its bytes, for who may read its class', async () => {
    await process.done(
      administrator,
      act('attach-document', about, {
        title: 'Costs of the DCC',
        file: sent('costs.csv', 'what,pounds\nsystem,12'),
        classification: 'amber',
        documentKind: 'evidence',
      }),
    )
    expect(await titles(everything, about)).toEqual(['Costs of the DCC'])
    expect(await titles(memberReader(['organisation/e-on']), about)).toEqual([])
    expect(await titles(publicReader, about)).toEqual([])
    const [found] = documentsAbout(await registerOf(everything), about)
    const { value } = lastVersion((found as NonNullable<typeof found>).state)
    expect(value).toMatchObject({ name: 'costs.csv', mediaType: 'text/csv', size: 21 })
    expect(Buffer.from((await process.app.bytes(value.bytes)) ?? []).toString()).toBe('what,pounds\nsystem,12')
  })

  it('has versions, each of its own class: who may not see one misses nothing', async () => {
    const [found] = documentsAbout(await registerOf(everything), about)
    await process.done(
      administrator,
      act('attach-document', about, {
        title: 'Costs of the DCC, published',
        file: sent('costs.csv', 'what,pounds\nsystem,about 10'),
        classification: 'white',
        version: '2.0',
        of: found?.subject,
      }),
    )
    const versions = async (reader: Reader) =>
      documentsAbout(await registerOf(reader), about).map(({ state }) => state.versions.map(({ value }) => value.title))
    expect(await versions(everything)).toEqual([['Costs of the DCC', 'Costs of the DCC, published']])
    expect(await versions(publicReader)).toEqual([['Costs of the DCC, published']])
  })

  it('is in an export with its bytes only for who may read it', async () => {
    const exported = async (clearance: 'white' | 'amber') => {
      const lines: string[] = []
      const { stamp } = await process.app.present()
      for await (const line of exportLines(process.app, readerOfClass(clearance), stamp.moment)) lines.push(line)
      return lines.flatMap((line) => {
        const { bytes } = JSON.parse(line) as { bytes?: string }
        return bytes ? [Buffer.from(bytes, 'base64').toString()] : []
      })
    }
    expect(await exported('white')).toContain('what,pounds\nsystem,about 10')
    expect(await exported('white')).not.toContain('what,pounds\nsystem,12')
    expect(await exported('amber')).toContain('what,pounds\nsystem,12')
  })

  it('belongs to a meeting as well, and to what is inside a modification where that is there', async () => {
    const meeting = 'meeting/panel-2019-10-11'
    const file = sent('notes.txt', 'Notes.')
    await process.done(administrator, act('attach-document', meeting, { title: 'Notes', file, classification: 'green' }))
    expect(await titles(memberReader([]), meeting)).toEqual(['Notes'])
    const part = '7/IA/9'
    const refusal = await process.refused(
      administrator,
      act('attach-document', 'modification/7', { title: 'Notes', file, classification: 'white', part }),
    )
    expect(refusal.refused).toBe('there is no 7/IA/9 inside it')
  })

  it.each<[string, object, string]>([
    ['without a class', { file: sent('a.txt', 'a') }, 'who may read the file is not said'],
    [
      'with an address',
      { file: sent('a.txt', 'a'), classification: 'white', address: 'https://example.org' },
      'a file and an address were given',
    ],
    [
      'a version of what is not there',
      { file: sent('a.txt', 'a'), classification: 'white', of: 'document/none' },
      'it has no such document',
    ],
  ])('%s is refused', async (_, fields, why) => {
    expect((await process.refused(administrator, act('attach-document', about, { title: 'A', ...fields }))).refused).toBe(why)
  })

  it('is not what it is called: refused before anything is recorded, in one line', () => {
    expect(() => act('attach-document', about, { title: 'A', file: sent('a.pdf', '<html>') })).toThrow(
      /^file: “a\.pdf” is called a PDF and is a web page[^\n]*: choose a PDF/,
    )
  })
})

describe('a file that shows that an act was done', () => {
  it('is for who administers, unless it is said otherwise, though it was recorded for another', async () => {
    const recorded = {
      by: 'organisation/authority',
      on: '2019-10-03',
      file: sent('letter.txt', 'We urge nothing.'),
      fileTitle: 'Letter on urgency',
    }
    await process.done(administrator, act('suspend', 'modification/62', { why: 'A review', review: '2019-12-02' }, recorded))
    expect(await titles(everything, 'modification/62')).toEqual(['Letter on urgency'])
    expect(await titles(memberReader(['organisation/authority']), 'modification/62')).toEqual([])
  })

  it('is its own who sends it, and nobody else’s', async () => {
    const recorded = { file: sent('letter.txt', 'We suspend it.') }
    await process.done(authority, act('suspend', 'modification/79', { why: 'A review', review: '2019-12-02' }, recorded))
    expect(await titles(memberReader(['organisation/authority']), 'modification/79')).toContain('letter.txt')
    expect(await titles(memberReader(['organisation/e-on']), 'modification/79')).not.toContain('letter.txt')
  })
})

it('a decision is recorded with its letter, and both are public at once', async () => {
  await process.done(administrator, act('convert', 'modification/84', { path: 'authority determined', route: 'report' }))
  await process.done(administrator, act('approve-report', 'modification/84', {}))
  await process.done(administrator, act('record-vote', 'modification/84', { outcome: 'approve' }))
  const done = await process.done(
    authority,
    act('decide', 'modification/84', { outcome: 'approve', letterFile: sent('letter.txt', 'Approved.') }),
  )
  expect(done.entries.map(({ event }) => event?.type)).toEqual(['Decided', 'DocumentFiled'])
  expect(await titles(publicReader, 'modification/84')).toEqual(['Decision letter of 4 October 2019'])
})

it('files are in a fact file in clear, and importing it again changes nothing', async () => {
  const event = {
    type: 'DocumentFiled',
    about: 'modification/7',
    title: 'A plan',
    documentKind: 'other',
    name: 'plan.txt',
    mediaType: 'text/plain',
    size: 6,
    bytes: { base64: Buffer.from('A plan').toString('base64') },
  }
  const file = parseFactFile(
    'plan.json',
    JSON.stringify({
      source: { id: 'plan', title: 'A plan', where: 'https://example.org/plan', published: '2019-10-03' },
      arrives: { day: '2019-10-03', basis: 'printed', why: 'the day printed on it' },
      facts: [{ subject: 'document/plan', n: 1, on: '2019-10-02', event }],
    }),
  )
  if (isRefused(file)) throw new Error(file.refused)
  const imported = () => importFile(process.app, file, { principal: administrator, whenMisfit: 'refuse' })
  const counted = [await imported(), await imported()].map((each) => (isRefused(each) ? each.refused : each.entries.length))
  expect(counted).toEqual([1, 0])
  expect(await titles(publicReader, 'modification/7')).toEqual(['A plan'])
})
