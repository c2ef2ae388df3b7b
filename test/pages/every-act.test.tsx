import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { metaOf } from '../../src/app/acting/fields.ts'
import { formOf } from '../../src/app/acting/forms.ts'
import { recordedFields } from '../../src/app/acting/recorded-fields.ts'
import { actCommand } from '../../src/cli/act.ts'
import type { ActType } from '../../src/domain/acting/acts.ts'
import { actTypes } from '../../src/domain/acting/acts.ts'
import type { SubjectKind } from '../../src/domain/entry.ts'
import { type Filled, type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

/** One of each kind: what the sample has, and a draft under review. */
const one: Partial<Record<SubjectKind, string>> = {
  modification: 'modification/84',
  release: 'release/2019-11',
  meeting: 'meeting/change-board-2019-09-18',
  body: 'body/change-board',
  organisation: 'organisation/dcc',
  rule: 'rule/mrc-length',
  holiday: 'holiday/2019-12-25',
  submission: 'submission/1',
}
const subjectOf = (act: ActType) => (formOf(act).founds ? undefined : (one[formOf(act).on] ?? `${formOf(act).on}/1`))
const formPath = (act: ActType) => `/sec/acts/${[formOf(act).verb, subjectOf(act)].filter(Boolean).join('/')}`

/** A value that cannot be right, and that a person may well have written. */
function wrongFor(control: string | undefined): string {
  return control === 'line' || control === 'prose' || control === 'lines' ? 'As I wrote it' : 'not this'
}

function wrongIn(act: ActType): Filled {
  const fields = Object.entries(formOf(act).schema.shape).map(([name, schema]) => [name, wrongFor(metaOf(schema)?.control)])
  return { ...Object.fromEntries(fields), 'recorded.on': 'the day before', 'recorded.evidence': 'What the letter says' }
}

/** Acts whose forms have, all together, a control of every kind: axe looks at those, since the other forms are of the same parts. */
const lookedAt: ReadonlySet<ActType> = (() => {
  const met = new Set<string>()
  return new Set(
    actTypes.filter((act) => {
      const controls = Object.values(formOf(act).schema.shape).map((field) => metaOf(field)?.control ?? '')
      const isNew = controls.some((control) => !met.has(control))
      for (const control of controls) met.add(control)
      return isNew
    }),
  )
})()

let site: TestSite
let administrator: Person
let csrf: string
beforeAll(async () => {
  site = await openTestSite()
  administrator = await signIn(site, 'administrator')
  await administrator.send('/sec/acts/submit-for-review', { title: 'A draft', issue: 'Too few.', 'recorded.by': 'organisation/e-on' })
  csrf = (await administrator.open('/sec/account')).document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
})
afterAll(() => site.close())

const byJson = async (act: ActType, body: object) => {
  const response = await site.request(formPath(act).replace('/sec/acts/', '/sec/api/acts/'), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: 'http://localhost',
      cookie: administrator.cookie,
      'x-csrf-token': csrf,
      'idempotency-key': `wrong ${act}`,
    },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as { fields?: { field: string }[]; title: string } }
}

/** Each error of a page leads to a field that is there and may be filled; the names of those fields. */
function errorsOf(document: Document): readonly string[] {
  return [...document.querySelectorAll('.govuk-error-summary a')].map((link) => {
    const field = document.querySelector(link.getAttribute('href') ?? '')
    expect(field?.matches('input:not([type=hidden]), select, textarea'), link.textContent ?? '').toBe(true)
    expect(document.querySelector(`[id="${field?.id}-error"]`), link.textContent ?? '').not.toBeNull()
    return field?.getAttribute('name') ?? ''
  })
}

describe.each(actTypes)('%s', (act) => {
  const { schema } = formOf(act)
  const shape = Object.entries(schema.shape)

  it('sent empty, its form names each field that is missing, and so does the JSON route', async () => {
    const needed = shape.filter(([, field]) => !field.safeParse(undefined).success && field.type !== 'optional').map(([name]) => name)
    if (needed.length === 0) return
    const response = await administrator.send(formPath(act), {})
    expect(response.status).toBe(422)
    expect(errorsOf((await readPage(response)).document)).toEqual(needed)
    const json = await byJson(act, {})
    expect([json.status, json.body.fields?.map(({ field }) => field)]).toEqual([422, needed])
  })

  it('sent wrong, it is shown again with what was written, and each error leads to its field', async () => {
    const written = wrongIn(act)
    const response = await administrator.send(formPath(act), written)
    expect(response.status).toBe(422)
    const page = await readPage(response)
    const errors = errorsOf(page.document)
    expect(errors).toContain('recorded.on')
    for (const [name, value] of Object.entries(written)) {
      const control = page.document.querySelector(`main [name="${name}"]`)
      const held = control?.tagName === 'TEXTAREA' ? control.textContent : control?.getAttribute('value')
      if (control?.matches('textarea, input[type=text]')) expect(held, name).toBe(value)
    }
    expect(page.document.querySelectorAll('script')).toHaveLength(0)
    if (lookedAt.has(act)) expect(await axeFindings(page.html)).toEqual([])
  })

  it('has a verb of the command line with the same fields', () => {
    const program = new Command()
    actCommand(program, '.')
    const verb = program.commands.flatMap(({ commands }) => commands).find((each) => each.name() === formOf(act).verb)
    const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const options = verb?.options.map(({ long }) => long?.slice(2)) ?? []
    for (const [name] of shape) expect(options).toContain(dashed(name))
    const came = Object.keys(recordedFields.shape).filter((name) => name !== 'seen')
    for (const name of came)
      expect(options).toContain(name in schema.shape ? dashed(`recorded${name[0]?.toUpperCase()}${name.slice(1)}`) : dashed(name))
    expect(verb?.registeredArguments).toHaveLength(subjectOf(act) === undefined ? 0 : 1)
  })
})
