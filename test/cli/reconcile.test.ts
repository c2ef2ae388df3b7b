import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cli, expectOneLine, openDemoCli } from '../support/cli.ts'
import { root } from '../support/started.ts'

const paper = join(root, 'test/reconcile/papers/october-2019.txt')

let cli: Cli
beforeAll(async () => {
  cli = await openDemoCli()
}, 60_000)
afterAll(() => cli.close())

it('tells what does not tie, with the lines where it stands', async () => {
  const text = await cli.text('reconcile', paper)
  expect(text).toMatch(/^october-2019\.txt: 189 claims, \d+ findings\.$/m)
  expect(text).toContain(`line ${lineOf('SECMP053')}: • SECMP053 ‘Amend Target Response Times`)
  expect(text).toMatch(/Against the register: \d+ hold, 0 are contradicted, \d+ are not supported/)
})

it('prints claims and findings as JSON', async () => {
  const { format, claims, findings } = await cli.json('reconcile', paper)
  expect(format).toBe('reconciliation/1')
  expect(claims.find(({ id }: { readonly id: string }) => id === 'assessment.PA.open.mean')).toEqual({
    id: 'assessment.PA.open.mean',
    kind: 'average',
    subject: 'assessment.PA.open.mean',
    value: 84,
    place: { line: lineOf('Preliminary Assessments open'), text: 'Preliminary Assessments open 2 84 WD' },
    verdict: 'holds',
    detail: '84 = (89 + 78) ÷ 2 = 83.5, rounded half up',
  })
  expect(findings[0]).toEqual({
    kind: expect.any(String),
    severity: 'warning',
    certainty: expect.any(String),
    places: expect.arrayContaining([{ line: expect.any(Number), text: expect.any(String) }]),
    message: expect.any(String),
  })
})

it('says in one line what a file is not', async () => {
  expectOneLine(await cli.run('reconcile', 'no-such-paper.pdf'), {
    code: 1,
    line: /no-such-paper\.pdf: expected a paper, got nothing there/,
  })
  const bytes = join(cli.data, '..', 'picture.pdf')
  writeFileSync(bytes, new Uint8Array([0, 1, 2, 3, 0, 0, 255]))
  expectOneLine(await cli.run('reconcile', bytes), { code: 1, line: /^picture\.pdf: expected a PDF, a Word document/ })
  writeFileSync(bytes, '%PDF-1.7 and nothing more')
  expectOneLine(await cli.run('reconcile', bytes), {
    code: 1,
    line: /^picture\.pdf: expected a PDF, got a file that cannot be read as one/,
  })
})

function lineOf(text: string): number {
  return readLines().findIndex((line) => line.includes(text)) + 1
}

const readLines = () => readFileSync(paper, 'utf8').split('\n')
