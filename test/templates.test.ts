import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { templateTexts } from '../codes/sec/pack/templates/texts.ts'
// @ts-expect-error plain JavaScript, as it runs before anything is built
import { templateFile } from '../scripts/template-file.mjs'
import { modificationFields } from '../src/report/templates/fields.ts'
import { templateProblems } from '../src/report/templates/fill.ts'
import { templateIds, templateKinds, templatesOf } from '../src/report/templates/kinds.ts'
import { type Person, signIn } from './support/person.ts'
import { axeFindings, openTestSite, type TestSite } from './support/site.ts'

const root = join(import.meta.dirname, '..')
const wordOf = (...lines: readonly string[]) =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }))
const wordsIn = (docx: Uint8Array) =>
  strFromU8(unzipSync(docx)['word/document.xml'] as Uint8Array)
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')

describe('the templates of the pack', () => {
  it.each(templateIds)('%s is the one that its text makes, and has known fields only', async (id) => {
    const file = readFileSync(join(root, 'codes/sec/pack/templates', `${id}.docx`))
    expect(Buffer.from(await templateFile(templateTexts[id])).equals(file), 'npm run templates').toBe(true)
    expect(await templateProblems(file, templateKinds[id].fields)).toEqual([])
  })

  it.each<[string, readonly string[], RegExp]>([
    ['a field that there is not', ['{titel}'], /^there is no field \{titel\}; fields here are code, today, reference, title/],
    ['a list as if it were a text', ['{assessments}'], /^\{assessments\} is a list: write \{#assessments\} … \{\/assessments\}/],
    ['a field of a list outside of it', ['{cost}'], /^there is no field \{cost\}/],
    ['what is not text', ['{@issue}'], /^\{@issue\} would put in what is not text/],
    ['a field that is not closed', ['{title'], /unclosed|not closed/i],
    ['a list that is not closed', ['{#assessments}', '{cost}'], /not closed|unclosed/i],
  ])('%s is told in a line', async (_, lines, line) => {
    const [first, ...others] = await templateProblems(await wordOf(...lines), modificationFields)
    expect(first).toMatch(line)
    expect(first).not.toContain('\n')
    expect(others).toEqual([])
  })

  it('knows the fields around a list inside it', async () => {
    expect(
      await templateProblems(await wordOf('{#assessments}{name} of {reference}{/assessments}{^assessments}none{/}'), modificationFields),
    ).toEqual([])
  })
})

describe('a paper', () => {
  let site: TestSite
  let administrator: Person
  beforeAll(async () => {
    site = await openTestSite()
    administrator = await signIn(site, 'administrator')
  })
  afterAll(() => site.close())

  const paper = async (path: string) => wordsIn(new Uint8Array(await (await site.request(path)).arrayBuffer()))
  const papers = [
    ...['MP076', 'DP084', 'MP079', 'SECMP0007'].flatMap((of) => templatesOf('modification').map((id) => `/sec/${of}/papers/${id}.docx`)),
    ...['panel-2019-06-14', 'panel-2019-10-11'].flatMap((of) =>
      templatesOf('meeting').map((id) => `/sec/meetings/${of}/papers/${id}.docx`),
    ),
  ]

  it('is filled with what the register tells, and leaves no field behind', async () => {
    for (const path of papers) {
      const text = await paper(path)
      expect(text, path).not.toMatch(/[{}]|undefined|\[object/)
      expect(text.length, path).toBeGreaterThan(100)
    }
    const report = await paper('/sec/MP076/papers/modification-report.docx')
    for (const told of ['MP076', 'not known']) expect(report).toContain(told)
  })

  it('is kept as it is, and its finished version beside it', async () => {
    const page = await administrator.open('/sec/MP079/papers')
    expect(page.text).toContain('Before it is issued')
    expect(page.text).toContain('The legal text is missing')
    expect(await axeFindings(page.html)).toEqual([])
    const csrf = page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const kept = await administrator.post('/sec/MP079/papers/problem-statement.docx', { csrf })
    expect([kept.status, kept.headers.get('location')]).toEqual([303, '/sec/MP079/papers'])
    const after = await administrator.open('/sec/MP079/papers')
    expect(after.text).toContain('Problem Statement of MP079, version as filled on 4 October 2019')
    const finished = [...after.document.querySelectorAll('a')].find(({ textContent }) => textContent?.includes('finished version: Problem'))
    const response = await administrator.sendFiles(
      finished?.getAttribute('href') ?? '',
      {
        title: 'Problem Statement of MP079',
        classification: 'white',
        documentKind: 'problem statement',
        of: new URL(finished?.href ?? '', 'http://localhost').searchParams.get('of') ?? '',
      },
      { file: new File([new Uint8Array(await wordOf('Finished'))], 'finished.docx') },
    )
    expect(response.status).toBe(303)
    expect((await administrator.open('/sec/MP079/papers')).text).toContain('its earlier version')
    expect((await site.open('/sec/MP079/papers')).text).not.toContain('earlier version')
  })

  it('goes out with what it lacks said on the forms that send it', async () => {
    for (const verb of ['issue-consultation', 'send-for-decision', 'approve-report'])
      expect((await administrator.open(`/sec/acts/${verb}/modification/MP079`)).text).toContain('Before it is issued')
  })

  it('is filled by the template that its administrator attached; one with other fields is refused', async () => {
    const body = [...(await site.app.present()).register.subjects].find(
      ([, { state }]) => state.kind === 'body' && state.capacities.includes('administer'),
    )?.[0] as string
    const attach = async (...lines: readonly string[]) =>
      administrator.sendFiles(
        `/sec/acts/attach-document/${body}`,
        { title: 'Our problem statement', classification: 'white', documentKind: 'template', part: 'problem-statement' },
        { file: new File([new Uint8Array(await wordOf(...lines))], 'ours.docx') },
      )
    const refused = await attach('{referense} and {titel}')
    expect(refused.status).toBe(409)
    const html = await refused.text()
    for (const line of ['2 things in the template are not right', 'There is no field {referense}', 'There is no field {titel}'])
      expect(html).toContain(line)
    expect((await attach('Ours: {reference}')).status).toBe(303)
    expect((await paper('/sec/MP079/papers/problem-statement.docx')).trim()).toBe('Ours: MP079')
  })
})
