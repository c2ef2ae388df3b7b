import type { z } from 'zod'
import type { Act, ActType } from '../../domain/acting/acts.ts'
import type { Subject } from '../../domain/entry.ts'
import type { Plain } from '../importing/plain-fact.ts'
import { metaOf, type WrittenFile } from './fields.ts'
import { formOf } from './forms.ts'
import { recordedFields, recordedOf } from './recorded-fields.ts'

/** An act whose texts are still in clear. */
export type PlainAct = Plain<Act>

/** One thing wrong with what was written: the field, and one clear line. `recorded.on` and the like for how it came to us. */
export type FieldProblem = { readonly field: string; readonly problem: string }

export type ReadAct = { readonly act: PlainAct } | { readonly problems: readonly FieldProblem[] }

/** Reads an act as JSON gives it: `fields` are those of its form, `recorded` how it came to us. */
export function readAct(type: ActType, subject: Subject, fields: unknown, recorded: unknown = {}): ReadAct {
  const own = formOf(type).schema.safeParse(fields)
  const came = recordedFields.safeParse(recorded)
  if (own.success && came.success) {
    const told = recordedOf(came.data)
    return { act: { act: type, subject, ...(own.data as object), ...(Object.keys(told).length > 0 ? { recorded: told } : {}) } as PlainAct }
  }
  return { problems: [...problemsOf(own, '', fields), ...problemsOf(came, 'recorded.', recorded)] }
}

export function problemsOf(result: z.ZodSafeParseResult<unknown>, prefix: string, written: unknown): readonly FieldProblem[] {
  if (result.success) return []
  return result.error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys')
      return { field: `${prefix}${issue.keys[0] ?? ''}`, problem: `there is no field ${issue.keys.join(', ')}` }
    if (issue.code === 'custom' && issue.params?.whole === true)
      return { field: `${prefix}${issue.path.join('.')}`, problem: issue.message }
    const came = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], written)
    const what = came === undefined ? 'nothing was given' : `${JSON.stringify(came).slice(0, 300)} was given`
    return { field: `${prefix}${String(issue.path[0] ?? '')}`, problem: `expected ${expected(issue)}, and ${what}` }
  })
}

const expected = (issue: z.core.$ZodIssue): string => (issue.message.startsWith('Invalid') ? 'a value' : issue.message)

/** What people write, in a form or on the command line: texts, or several of them. */
export type Written = Readonly<Record<string, string | readonly string[] | undefined>>

/** The files that were sent with them, by the names of their fields. */
export type WrittenFiles = Readonly<Record<string, WrittenFile>>

/** The fields as their schema wants them, from what people write: what is left empty is left out. */
export function fieldsFrom(
  shape: Readonly<Record<string, z.ZodType>>,
  written: Written,
  prefix = '',
  files: WrittenFiles = {},
): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(shape)) {
    const control = metaOf(schema)?.control
    const value = control === 'file' ? files[`${prefix}${name}`] : valueFrom(control, written[`${prefix}${name}`])
    if (value !== undefined) fields[name] = value
  }
  return fields
}

function valueFrom(control: string | undefined, written: string | readonly string[] | undefined): unknown {
  const all = (typeof written === 'string' ? [written] : (written ?? [])).map((each) => each.trim()).filter((each) => each !== '')
  const [first] = all
  switch (control) {
    case 'several':
      return all.length === 0 ? undefined : all
    case 'lines':
      return all.length === 0
        ? undefined
        : all
            .flatMap((each) => each.split(/\r?\n/))
            .map((each) => each.trim())
            .filter((each) => each !== '')
    case 'number':
    case 'hidden':
      return first === undefined ? undefined : /^-?\d+$/.test(first) ? Number(first) : first
    case 'yes':
      return first === undefined
        ? undefined
        : ['yes', 'true', 'on'].includes(first)
          ? true
          : ['no', 'false'].includes(first)
            ? false
            : first
    case 'day':
      return first === undefined ? undefined : dayWritten(first)
    default:
      return first
  }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as people write it: 2019-10-04, 4/10/2019, 4 October 2019. Anything else is left as it is, for the schema to refuse. */
function dayWritten(text: string): string {
  const slashed = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text)
  if (slashed) return iso(slashed[3], slashed[2], slashed[1])
  const named = /^(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})$/.exec(text)
  const month = named ? months.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0
  return named && month > 0 ? iso(named[3], String(month), named[1]) : text
}

const iso = (year = '', month = '', day = '') => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
