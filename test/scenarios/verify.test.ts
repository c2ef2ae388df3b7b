import { hash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evidenceInExport, evidenceInLog, exportLines, type LogEvidence } from '../../src/app/publishing/exported-log.ts'
import { type Verified, verifyFile } from '../../src/app/publishing/verify.ts'
import { publicReader } from '../../src/domain/reader.ts'
import { isRefused, type Verdict } from '../../src/domain/refusal.ts'
import type { PublishedForm } from '../../src/report/published/files.ts'
import { act, openProcess, type Process } from '../support/process.ts'
import { publish, publishedIn } from '../support/publish.ts'
import { withOtherDigit } from '../support/tamper.ts'

/** A published file is checked against an export of the log, which is all that somebody else has. */

const report = 'publication/change-status-2019-10' as const
let process: Process
let exported: string
let log: LogEvidence
const files = new Map<PublishedForm, Uint8Array>()

beforeAll(async () => {
  process = await openProcess()
  const { app } = process
  await publish(app, '2019-10', [
    act('reword-sentence', report, {
      sentence: 'summary.conversions.many',
      wording: 'The Panel is asked to convert {count} Draft Proposals:',
    }),
    act('leave-out-sentence', report, { sentence: 'refine.requests.none' }),
    act('add-paragraph', report, { section: 'refine', text: 'The Working Group thanks all 12 who came.' }),
  ])
  for (const form of ['json', 'txt', 'pdf', 'docx'] as const) files.set(form, await publishedIn(app, '2019-10', form))
  // What comes later changes nothing of it.
  await process.moveTo('2019-11-29')
  const { stamp } = await app.present()
  exported = (await Array.fromAsync(exportLines(app, publicReader, stamp.moment))).join('\n')
  log = granted(evidenceInExport('log.jsonl', exported))
}, 120_000)
afterAll(() => process.close())

function granted<T>(verdict: Verdict<T>): T {
  if (isRefused(verdict)) throw new Error(verdict.refused)
  return verdict
}
const file = (form: PublishedForm) => files.get(form) as Uint8Array
const verified = async (form: PublishedForm, bytes: Uint8Array): Promise<Verified> =>
  granted(await verifyFile(`report.${form}`, bytes, log))

describe.each(['json', 'txt', 'pdf', 'docx'] as const)('a published .%s', (form) => {
  it('holds: every figure is derived again, from an export and from the log, and the bytes are those that were published', async () => {
    for (const evidence of [log, await evidenceInLog(process.app)]) {
      const told = granted(await verifyFile(`report.${form}`, file(form), evidence))
      expect(told).toMatchObject({ month: '2019-10', failing: [], isSameFile: true })
      expect(told.figures).toBeGreaterThan(40)
    }
  }, 60_000)

  it('holds in all that it says where only its bytes differ', async () => {
    if (form !== 'json') return
    const again = new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(file(form)))))
    expect(await verified(form, again)).toMatchObject({ failing: [], isSameFile: false })
  })
})

describe('a figure that was counted by an earlier version of its definition', () => {
  /** As it would be had the report been published by a program that had `months.open` in its first version, and not the figures since. */
  function older(value: number) {
    const json = JSON.parse(text(file('json')))
    const since = ['months.shownOpen', 'months.shownConcluded', 'months.notShown']
    const first = (figures: readonly { readonly id: string }[]) =>
      figures.filter(({ id }) => !since.includes(id)).map((figure) => (figure.id === 'months.open' ? { ...figure, v: 1, value } : figure))
    json.manifest.figures = first(json.manifest.figures)
    const bytes = new TextEncoder().encode(JSON.stringify(json))
    const entries = log.entries.map((entry) =>
      entry.event?.type === 'PaperPublished'
        ? {
            ...entry,
            event: {
              ...entry.event,
              figures: first(entry.event.figures).map((figure) => (figure.id === 'months.open' ? { ...figure, value: 17 } : figure)),
              files: entry.event.files.map((each) => (each.name.endsWith('.json') ? { ...each, sha256: hash('sha256', bytes) } : each)),
            },
          }
        : entry,
    ) as LogEvidence['entries']
    return verifyFile('report.json', bytes, { ...log, entries })
  }

  it('is held to the entry that published it, and what the program has counted since is not asked of it', async () => {
    expect(await older(17)).toMatchObject({ failing: [], earlier: 1, isSameFile: true })
  })

  it('is caught where it is another than was published', async () => {
    expect(await older(18)).toMatchObject({
      failing: [{ about: 'Proposals open, by report (months.open)', file: '18', log: '17' }],
    })
  })
})

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const changed = (before: string, from: string, to: string) => {
  expect(before.split(from).length).toBeGreaterThan(1)
  return new TextEncoder().encode(before.replace(from, to))
}

describe('one digit changed', () => {
  it('in a figure of the JSON is caught, with both values', async () => {
    const json = JSON.parse(text(file('json')))
    json.figures['stage.refine'].value = 21
    const { failing, figuresFailing } = await verified('json', new TextEncoder().encode(JSON.stringify(json)))
    expect(failing).toEqual([{ about: 'Proposals in Refine (stage.refine)', file: '21', log: '20', figure: 'stage.refine' }])
    expect(figuresFailing).toBe(1)
  })

  it('in the manifest of the JSON is caught, in a value and in a member', async () => {
    const json = JSON.parse(text(file('json')))
    const [first, second] = json.manifest.figures
    first.value = first.value + 1
    second.members[0].places = [1]
    const { failing } = await verified('json', new TextEncoder().encode(JSON.stringify(json)))
    expect(failing.map(({ about }) => about)).toEqual([
      'Proposals in Define (stage.define)',
      'Proposals in Refine (stage.refine), its members',
    ])
  })

  it('in a sentence of the JSON is caught, and its figure is named', async () => {
    const bytes = changed(text(file('json')), 'The Panel is asked to convert four', 'The Panel is asked to convert five')
    expect((await verified('json', bytes)).failing).toEqual([
      {
        about: 'Draft Proposals for conversion (conversions.before)',
        file: 'The Panel is asked to convert five Draft Proposals:',
        log: 'The Panel is asked to convert four Draft Proposals:',
      },
    ])
  })

  it('in the text of the DOCX is caught', async () => {
    const parts = unzipSync(file('docx'))
    const document = strFromU8(parts['word/document.xml'] as Uint8Array)
    parts['word/document.xml'] = strToU8(document.replace('>The Panel is asked to convert <', '>The Panel is asked to convert 1<'))
    expect(strFromU8(parts['word/document.xml'])).not.toBe(document)
    const { failing, isSameFile } = await verified('docx', zipSync(parts))
    expect(isSameFile).toBe(false)
    expect(failing.map(({ about }) => about)).toEqual(['Draft Proposals for conversion (conversions.before)'])
  })

  it.each([
    // A cell of a table, and the numbers of a picture.
    ['docx', />45 WD</, '>46 WD<'],
    ['docx', /(?<=Proposals currently in each stage[\s\S]*>Refine<[\s\S]*?>)20(?=<)/, '21'],
  ] as const)('in a table of the %s is caught: %s', async (form, from, to) => {
    const parts = unzipSync(file(form))
    const document = strFromU8(parts['word/document.xml'] as Uint8Array)
    parts['word/document.xml'] = strToU8(document.replace(from, to))
    expect(strFromU8(parts['word/document.xml'])).not.toBe(document)
    expect((await verified(form, zipSync(parts))).failing).toHaveLength(1)
  })

  it('in a line of the plain text is caught, in a table too', async () => {
    for (const [from, to] of [
      ['convert four', 'convert five'],
      ['  45 WD', '  46 WD'],
    ] as const) {
      const { failing, isSameFile } = await verified('txt', changed(text(file('txt')), from, to))
      expect([failing.length, isSameFile]).toEqual([1, false])
    }
  })

  it('in the manifest of the DOCX is caught', async () => {
    const parts = unzipSync(file('docx'))
    const name = Object.keys(parts).find((part) => part.startsWith('customXml/item')) ?? ''
    parts[name] = changed(
      strFromU8(parts[name] as Uint8Array),
      '"id":"stage.refine","v":1,"value":20',
      '"id":"stage.refine","v":1,"value":22',
    )
    expect((await verified('docx', zipSync(parts))).failing).toEqual([
      { about: 'Proposals in Refine (stage.refine)', file: '22', log: '20' },
    ])
  })

  it('in the text of the PDF is caught', async () => {
    const { failing, isSameFile } = await verified('pdf', withOtherDigit(file('pdf')))
    expect(isSameFile).toBe(false)
    expect(failing).toHaveLength(1)
    expect(failing[0]?.file).not.toBe(failing[0]?.log)
    expect(failing[0]?.file.replace(/\d/g, '')).toBe(failing[0]?.log.replace(/\d/g, ''))
  })

  it('in an entry of the log is caught', async () => {
    const entry = exported.split('\n').find((line) => line.includes('BallotHeld') && line.includes('2019-09-18')) ?? ''
    const forged = exported.replace(entry, entry.replace('2019-09-18', '2019-09-19'))
    const refused = evidenceInExport('log.jsonl', forged)
    expect(isRefused(refused) && refused.refused).toMatch(/^log\.jsonl is damaged at entry \d+: its body does not match its envelope/)
  })
})

describe('what cannot be compared is refused in one line', () => {
  const refusalOf = async (name: string, bytes: Uint8Array, evidence = log) => {
    const verdict = await verifyFile(name, bytes, evidence)
    return isRefused(verdict) ? verdict.refused : 'not refused'
  }

  it('another log, a shorter one, a file of ours that was not published, and what is none of ours', async () => {
    const json = JSON.parse(text(file('json')))
    const of = (manifest: object) => new TextEncoder().encode(JSON.stringify({ ...json, manifest: { ...json.manifest, ...manifest } }))
    const short = { ...log, leaves: log.leaves.slice(0, 100) }
    expect(await refusalOf('a.json', file('json'), short)).toMatch(/^a\.json was drawn from \d+ entries, and the log given has 100$/)
    expect(await refusalOf('a.json', file('json'), { ...log, leaves: log.leaves.toReversed() })).toMatch(/their root is another$/)
    expect(await refusalOf('a.json', of({ asOf: '2019-10-03' }))).toBe(
      'a.json says that its asOf is 2019-10-03, and it was published with 2019-10-04',
    )
    const { manifest, ...bare } = json
    expect(await refusalOf('a.json', new TextEncoder().encode(JSON.stringify(bare)))).toBe('a.json carries no manifest')
    expect(await refusalOf('a.pdf', new Uint8Array([1, 2, 3]))).toBe('a.pdf cannot be read as PDF')
    expect(await refusalOf('a.odt', new Uint8Array())).toBe('a.odt is no file that can be checked')
    expect(manifest.format).toBe('codicil-manifest/1')
  })
})
