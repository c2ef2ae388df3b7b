import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { pack } from '../../codes/sec/pack.ts'
import { readPaper } from '../../src/app/papers/read-paper.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import type { Finding } from '../../src/report/reconcile/finding.ts'
import { type Reconciliation, reconcile } from '../../src/report/reconcile/reconcile.ts'
import { layouts } from '../support/paper-layouts.ts'
import { emptyLog, endOfSample, registersOf, sampleLog } from '../support/sample-register.ts'
import { type Fault, faults, inAugust2023 } from './faults.ts'

/**
 * Papers of other months and of the same form as that of October 2019, each in six layouts: as they are they tie; with faults put into them,
 * each fault is found and nothing else. Those of 2019 are held against the sample; the others tell of proposals that there never were, and
 * are held against a register that knows none.
 */
const names = Object.keys(faults)
const forms = Object.keys(layouts)
const written = (name: string) => readFileSync(join(import.meta.dirname, 'papers', `${name}.md`), 'utf8')

let registers: { readonly sample: ReturnType<typeof registersOf>; readonly empty: ReturnType<typeof registersOf> }
beforeAll(async () => {
  registers = { sample: registersOf(await sampleLog(endOfSample)), empty: registersOf(emptyLog()) }
})

const readBack = async (name: string, form: string, text: string): Promise<Reconciliation> =>
  readBytes(`${name}.${form}`, (await layouts[form]?.(text)) ?? new Uint8Array())

async function readBytes(name: string, bytes: Uint8Array): Promise<Reconciliation> {
  const paper = await readPaper(name, bytes)
  if (isRefused(paper)) throw new Error(paper.refused)
  const registerOn = /2019\./.test(name) ? registers.sample : registers.empty
  return reconcile(paper, { registerOn, asOf: endOfSample, grammar: pack.grammar })
}

const told = ({ kind, severity, certainty, message }: Finding) => `${severity} (${kind}, ${certainty}): ${message}`

describe('papers without a fault', () => {
  it.each(names)('finds nothing in %s, and reads the same of it in every layout', async (name) => {
    const read = await Promise.all(forms.map((form) => readBack(name, form, written(name))))
    expect(read.map(({ findings }, index) => [forms[index], findings.map(told)])).toEqual(forms.map((form) => [form, []]))
    const claims = read.map((each) => each.claims.map(({ kind, subject, value }) => `${kind}: ${subject} = ${value}`).sort())
    for (const each of claims) expect(each).toEqual(claims[0])
    expect(claims[0]?.length).toBeGreaterThan(80)
  })
})

const withFaults = (paper: string, planted: readonly Fault[]): string =>
  planted.reduce((text, { is, becomes }) => {
    if (!text.includes(is)) throw new Error(`the paper does not have “${is}”`)
    return text.replace(is, () => becomes)
  }, paper)

const finds = ({ kind, message }: Finding, fault: Pick<Fault, 'kind' | 'says'>) =>
  [fault.kind].flat().includes(kind) && fault.says.test(message)

describe('papers with faults', () => {
  it('finds each, in each layout, and nothing else', async () => {
    const lost: string[] = []
    const alarms: string[] = []
    let all = 0
    for (const name of names)
      for (const form of forms) {
        const planted = faults[name] ?? []
        const { findings } = await readBack(name, form, withFaults(written(name), planted))
        all += planted.length
        lost.push(...planted.filter((fault) => !findings.some((each) => finds(each, fault))).map(({ says }) => `${name}, ${form}: ${says}`))
        alarms.push(
          ...findings.filter((each) => !planted.some((fault) => finds(each, fault))).map((each) => `${name}, ${form}: ${told(each)}`),
        )
      }
    console.info(`planted: recall ${all - lost.length} of ${all}, false alarms ${alarms.length}`)
    for (const line of [...lost.map((each) => `missed: ${each}`), ...alarms.map((each) => `alarm: ${each}`)]) console.info(line)
    expect((all - lost.length) / all).toBeGreaterThanOrEqual(0.95)
    expect(alarms.length).toBeLessThanOrEqual(names.length)
  })
})

describe('a fault', () => {
  it.each(names)('of %s is one finding, whatever else it puts wrong', async (name) => {
    const text = written(name)
    for (const fault of (faults[name] ?? []).filter(({ is }) => text.includes(is))) {
      const { findings } = await readBack(name, 'html', withFaults(text, [fault]))
      expect([String(fault.says), findings.map((each) => (finds(each, fault) ? 'it' : told(each)))]).toEqual([String(fault.says), ['it']])
    }
  })
})

describe('papers as they come', () => {
  const file = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'papers', name)))

  it('finds nothing in a page that lists within its sentences and has no quoted titles', async () => {
    expect((await readBytes('october-2023.html', file('october-2023.html'))).findings.map(told)).toEqual([])
  })

  it('finds each fault of a text with other bullets, marks and numbers of sections, and nothing else', async () => {
    const { findings } = await readBytes('august-2023.txt', file('august-2023.txt'))
    expect(inAugust2023.filter((fault) => !findings.some((each) => finds(each, fault))).map(({ says }) => says)).toEqual([])
    expect(findings.filter((each) => !inAugust2023.some((fault) => finds(each, fault))).map(told)).toEqual([])
  })
})
