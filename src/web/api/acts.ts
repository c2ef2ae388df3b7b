import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import { actOfVerb, formOf } from '../../app/acting/forms.ts'
import { type FieldProblem, type PlainAct, readAct } from '../../app/acting/read-act.ts'
import { recordActs } from '../../app/acting/record-acts.ts'
import { recordedFields } from '../../app/acting/recorded-fields.ts'
import type { Performed } from '../../app/perform.ts'
import { actTypes } from '../../domain/acting/acts.ts'
import type { Entry, Subject } from '../../domain/entry.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import { sentenceOf } from '../../report/words/event-sentence.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'
import { subjectAsked } from '../subject-asked.ts'

/** GET: every act there is, with the JSON schema of its fields and of how it came to us. */
export function actsReference(context: PageContext) {
  const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const acts = actTypes.map((type) => {
    const { title, verb, on, founds, onEntry, onAny, about, schema } = formOf(type)
    const path = `/sec/api/acts/${verb}${founds ? '' : `/${onEntry || onAny ? '{kind}' : on}/{id}`}`
    return { act: verb, title, ...(about ? { about } : {}), on, path, fields: schemaOf(schema as unknown as z.ZodType) }
  })
  return context.json({ acts, recorded: schemaOf(recordedFields) })
}

/** POST: one act; the body holds its fields, `recorded` and `dryRun`. */
export async function actByJson(context: PageContext) {
  const body = await bodyOf(context)
  if (!isObject(body))
    return problem(context, 400, 'expected a JSON object with the fields of the act', ['send content-type application/json'])
  const { recorded, dryRun, ...fields } = body
  const { verb = '', kind, id } = context.req.param() as { verb?: string; kind?: string; id?: string }
  const read = readOne(context, { act: verb, subject: kind && id ? `${kind}/${id}` : undefined, fields, recorded })
  return 'act' in read ? take(context, [read.act], { dryRun: dryRun === true }) : fieldProblems(context, read.problems)
}

/** POST: several acts as one set, in any order: `{ acts: [{ act, subject, fields, recorded }], whenUnfit, dryRun }`. */
export async function actsByJson(context: PageContext) {
  const body = await bodyOf(context)
  if (!isObject(body) || !Array.isArray(body.acts))
    return problem(context, 400, 'expected a JSON object whose “acts” is a list of { act, subject, fields, recorded }', [
      'GET /sec/api/acts lists them',
    ])
  const read = body.acts.map((each: unknown) => readOne(context, isObject(each) ? each : {}))
  const problems = read.flatMap((each, index) =>
    'problems' in each ? each.problems.map(({ field, problem: what }) => ({ field: `acts.${index}.${field}`, problem: what })) : [],
  )
  if (problems.length > 0) return fieldProblems(context, problems)
  const acts = read.flatMap((each) => ('act' in each ? [each.act] : []))
  return take(context, acts, { dryRun: body.dryRun === true, whenUnfit: body.whenUnfit === 'note' ? 'note' : 'refuse' })
}

type Written = { readonly act?: unknown; readonly subject?: unknown; readonly fields?: unknown; readonly recorded?: unknown }

function readOne(context: PageContext, { act, subject, fields = {}, recorded = {} }: Written) {
  const type = typeof act === 'string' ? actOfVerb(act) : undefined
  if (!type)
    return {
      problems: [
        {
          field: 'act',
          problem: `expected an act such as convert, and ${JSON.stringify(act) ?? 'nothing'} was given; GET /sec/api/acts lists them`,
        },
      ],
    }
  const { on, founds } = formOf(type)
  const about: Subject | undefined = subject === undefined && founds ? `${on}/new` : subjectOf(context, subject)
  if (!about)
    return {
      problems: [
        { field: 'subject', problem: `expected a subject such as ${on}/84, and ${JSON.stringify(subject) ?? 'nothing'} was given` },
      ],
    }
  return readAct(type, about, fields, recorded)
}

function subjectOf(context: PageContext, subject: unknown): Subject | undefined {
  if (typeof subject !== 'string') return undefined
  const slash = subject.indexOf('/')
  const [kind, id] = slash < 0 ? ['modification', subject] : [subject.slice(0, slash), subject.slice(slash + 1)]
  return subjectAsked(context.var.site.grammar, kind, id)
}

type How = { readonly dryRun: boolean; readonly whenUnfit?: 'refuse' | 'note' }

async function take(context: PageContext, acts: readonly PlainAct[], how: How) {
  const { site, principal } = context.var
  const key = context.req.header('idempotency-key')
  if (!key && !how.dryRun)
    return problem(context, 400, 'the header Idempotency-Key is missing', [
      'give a key of your own for each command: sending the same again is then safe',
    ])
  const performed = await recordActs(site.app, acts, { principal, key: key ?? 'dry run', ...how })
  if (isRefused(performed)) return refusedAs(context, performed)
  return context.json(toldOf(context, performed), how.dryRun ? 200 : 201)
}

function toldOf({ var: { site, answer } }: PageContext, { entries, acts }: Performed) {
  const names = namesIn(answer.register, site.grammar)
  const told = (entry: Pick<Entry, 'subject' | 'on' | 'event' | 'capacity' | 'noted'>) => ({
    subject: entry.subject,
    on: entry.on,
    event: entry.event,
    sentence: sentenceOf(entry, names),
    ...(entry.noted ? { waits: true } : {}),
  })
  return {
    recorded: entries.map((entry) => ({ position: entry.position, ...told(entry) })),
    would: entries.length > 0 ? [] : acts.flatMap(({ proposed }) => proposed.map(told)),
    warnings: acts.flatMap(({ warnings }) => warnings),
    waiting: acts.flatMap(({ waiting }) => waiting ?? []),
  }
}

function refusedAs(context: PageContext, refusal: Refused) {
  const status = context.var.principal.id === 'public' ? 401 : refusal.notYours ? 403 : 409
  return problem(context, status, refusal.refused, refusal.remedies, { clause: refusal.clause, about: refusal.about })
}

const fieldProblems = (context: PageContext, problems: readonly FieldProblem[]) =>
  problem(context, 422, problems.map(({ field, problem: what }) => `${field}: ${what}`).join('; '), ['mend the fields'], {
    fields: problems,
  })

/** RFC 9457. */
function problem(context: PageContext, status: ContentfulStatusCode, title: string, remedies: readonly string[], more: object = {}) {
  context.header('content-type', 'application/problem+json')
  return context.body(JSON.stringify({ type: 'about:blank', status, title, remedies, ...more }), status)
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const bodyOf = (context: PageContext): Promise<unknown> => context.req.json().catch(() => undefined)
