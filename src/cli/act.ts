import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import type { z } from 'zod'
import { pack } from '../../codes/sec/pack.ts'
import { metaOf } from '../app/acting/fields.ts'
import { formOf } from '../app/acting/forms.ts'
import { fieldsFrom, readAct, type Written, type WrittenFiles } from '../app/acting/read-act.ts'
import { recordActs } from '../app/acting/record-acts.ts'
import { recordedFields } from '../app/acting/recorded-fields.ts'
import { parseSubject } from '../app/importing/field-schemas.ts'
import { type ActType, actTypes } from '../domain/acting/acts.ts'
import type { Subject } from '../domain/entry.ts'
import { parseReference } from '../domain/modification/reference.ts'
import { sentenceOf } from '../report/words/event-sentence.ts'
import { namesIn } from '../report/words/sentence-names.ts'
import { Failure, granted } from './failure.ts'
import { operator, print, withApp } from './session.ts'

type Options = Readonly<Record<string, string | string[] | boolean | undefined>>

/** `codicil act VERB SUBJECT --field value`: one verb for each act, with the fields of its form. */
export function actCommand(program: Command, root: string): void {
  const act = program.command('act').description('take a step of the process, or record one on behalf of who took it')
  for (const type of actTypes) verbOf(act, type, root)
}

function verbOf(act: Command, type: ActType, root: string): void {
  const { title, verb, on, founds, schema } = formOf(type)
  const command = act.command(verb).description(title)
  if (!founds) command.argument('<subject>', on === 'modification' ? 'a reference such as MP076' : `such as ${on}/…, or what follows it`)
  const options = [
    ...Object.entries(schema.shape),
    ...Object.entries(recordedFields.shape).map(([name, field]) => [recordedName(name, type), field] as const),
  ]
  for (const [name, field] of options) {
    const meta = metaOf(field)
    if (!meta || meta.control === 'hidden') continue
    const words = meta.options ? `${meta.label}: ${meta.options.map(([value]) => value).join(', ')}` : meta.label
    const value = meta.control === 'file' ? 'path' : 'value'
    command.option(`--${optionOf(name)} <${value}${meta.control === 'several' || meta.control === 'lines' ? '...' : ''}>`, words)
  }
  command
    .option('--key <key>', 'the same key again does nothing')
    .option('--dry-run', 'say what it would record, and record nothing')
    .option('--json', 'print JSON')
  command.action((...given: unknown[]) => {
    const [subject, options] = founds ? [undefined, given[0] as Options] : [String(given[0]), given[1] as Options]
    return take(root, type, subject, options)
  })
}

/** How it came to us, beside a field of the act that has the same name. */
const recordedName = (name: string, type: ActType): string =>
  Object.hasOwn(formOf(type).schema.shape, name) ? `recorded${name.replace(/^./, (letter) => letter.toUpperCase())}` : name

const optionOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function take(root: string, type: ActType, asked: string | undefined, options: Options): Promise<void> {
  const { on, onEntry, onAny, schema } = formOf(type)
  const kind = (onEntry || onAny) && asked?.includes('/') ? asked.slice(0, asked.indexOf('/')) : on
  const subject: Subject = asked === undefined ? `${on}/new` : subjectIn(kind, asked)
  const written = options as Written
  const recorded = Object.fromEntries(Object.keys(recordedFields.shape).map((name) => [name, written[recordedName(name, type)]]))
  const files = filesIn(schema.shape, written)
  const read = readAct(
    type,
    subject,
    fieldsFrom(schema.shape, written, '', files),
    fieldsFrom(recordedFields.shape, recorded, '', filesIn(recordedFields.shape, recorded)),
  )
  if ('problems' in read)
    throw new Failure(read.problems.map(({ field, problem }) => `--${optionOf(field.replace('recorded.', ''))}: ${problem}`).join('; '), 2)
  return withApp(root, async (app) => {
    const key = typeof options.key === 'string' ? options.key : randomUUID()
    const dryRun = options.dryRun === true
    const { entries, acts } = granted(await recordActs(app, [read.act], { principal: operator, key, dryRun }))
    const names = namesIn(app.live.whole((await app.stamp()).moment), pack.grammar)
    const told = dryRun ? acts.flatMap(({ proposed }) => proposed) : entries
    const warnings = acts.flatMap((each) => each.warnings.map(({ why, clause }) => `${why} (${clause})`))
    const lines = told.map(
      (entry) => `${names.name(entry.subject)}: ${sentenceOf(entry, names)}${entry.noted ? ' (waits for a second person)' : ''}`,
    )
    print(options.json === true, {
      text: [...(dryRun ? ['Nothing is recorded. It would be:'] : []), ...lines, ...warnings.map((warning) => `Look: ${warning}`)].join(
        '\n',
      ),
      json: { dryRun, entries: told, warnings },
    })
  })
}

/** The files that options name by their paths. */
function filesIn(shape: Readonly<Record<string, z.ZodType>>, written: Written): WrittenFiles {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]) => {
      const path = written[name]
      if (metaOf(field)?.control !== 'file' || typeof path !== 'string') return []
      try {
        return [[name, { name: basename(path), base64: readFileSync(path).toString('base64') }]]
      } catch {
        throw new Failure(`--${optionOf(name)}: there is no file ${path} that can be read`, 2)
      }
    }),
  )
}

function subjectIn(kind: string, asked: string): Subject {
  const id = asked.startsWith(`${kind}/`) ? asked.slice(kind.length + 1) : asked
  const subject = parseSubject(`${kind}/${kind === 'modification' ? (parseReference(pack.grammar, id) ?? id) : id}`)
  if (!subject)
    throw new Failure(`expected a ${kind} such as ${kind === 'modification' ? 'MP076' : `${kind}/…`}, and “${asked}” was given`, 2)
  return subject
}
