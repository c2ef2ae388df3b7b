import { hash } from 'node:crypto'
import { z } from 'zod'
import { grammar } from '../../../codes/sec/pack/grammar.ts'
import type { YearMonth } from '../../domain/calendar/calendar-date.ts'
import { longMonth } from '../../domain/calendar/format.ts'
import { classifications, type Entry, type Subject } from '../../domain/entry.ts'
import type { PaperPublished } from '../../domain/publication/publication.ts'
import { isRefused, refused, type Verdict } from '../../domain/refusal.ts'
import { rootOf } from '../../log/merkle.ts'
import { definitionOf } from '../../report/figures/definitions.ts'
import type { FigureId } from '../../report/figures/figure.ts'
import { drawReport } from '../../report/published/drawn.ts'
import { fileName, type Published, type PublishedForm, publishedFile } from '../../report/published/files.ts'
import { type Manifest, manifestOf } from '../../report/published/manifest.ts'
import * as plain from '../importing/field-schemas.ts'
import { type Carried, carriedIn, type Piece } from './carriers.ts'
import { publishedOf } from './draw.ts'
import type { LogEvidence } from './exported-log.ts'

/** One thing that does not hold: what it is of, what the file says, what the log gives. */
export type Failing = { readonly about: string; readonly file: string; readonly log: string }

export type Verified = {
  readonly month: string
  readonly known: number
  /** How many figures were derived again. */
  readonly figures: number
  /** How many are of an earlier version of their definition, which this program does not count by: held to what the log says was published. */
  readonly earlier: number
  readonly failing: readonly Failing[]
  /** Whether the bytes are those that were published. */
  readonly isSameFile: boolean
}

/**
 * Derives a published file again from the log, without the register that published it: its manifest, the root of the log, every figure with its
 * members and their entries, and all that it says. Refused where there is nothing to compare.
 */
export async function verifyFile(name: string, bytes: Uint8Array, log: LogEvidence): Promise<Verdict<Verified>> {
  const carried = await carriedIn(name, bytes)
  if (isRefused(carried)) return carried
  const told = carried.form === 'txt' ? toldByLog(name, carried, log) : claimedIn(name, carried)
  if (isRefused(told)) return told
  const anchored = anchorOf(name, told, log)
  if (isRefused(anchored)) return anchored
  const evidence = { entries: log.entries, read: log.read, grammar }
  const report = await drawReport(evidence, told.paper, told)
  if (isRefused(report)) return report
  const published = await publishedOf(evidence, report, told)
  const isSameFile = anchored.files.some(({ name: of, sha256 }) => of === fileName(told, carried.form) && sha256 === hash('sha256', bytes))
  const derived = manifestOf(report, told).figures
  const again = derived.filter(({ id, v }) => anchored.figures.some((figure) => figure.id === id && figure.v === v))
  const before = anchored.figures.filter(({ id }) => !again.some((figure) => figure.id === id))
  const figures = told.figures ? [...figuresFailing(told.figures, again, before), ...valuesFailing(told.figures, before)] : []
  // What was published byte for byte says what it said; a later program may lay it out otherwise.
  const words = isSameFile ? [] : await wordsFailing(carried, published)
  return {
    month: told.month,
    known: told.known,
    figures: again.length,
    earlier: before.length,
    failing: [...figures, ...words],
    isSameFile,
  }
}

/** What is checked of a file: its manifest; of plain text, which has none, from what the log says that it was drawn. */
type Told = Omit<Manifest, 'figures' | 'window' | 'rules' | 'holidays'> & { readonly figures?: Manifest['figures'] }

function claimedIn(name: string, { manifest }: Carried): Verdict<Told> {
  const claimed = manifestSchema.safeParse(manifest)
  return claimed.success
    ? (claimed.data as unknown as Manifest)
    : refused(`the manifest of ${name} is not whole`, [], ['fetch the file again'])
}

function toldByLog(name: string, { pieces }: Carried, { code, entries }: LogEvidence): Verdict<Told> {
  const title = pieces[0]?.text ?? ''
  const publication = entries.find(
    ({ subject, event }) =>
      event?.type === 'PaperDrafted' && published(entries, subject) && title.endsWith(longMonth(event.month as YearMonth)),
  )
  const told = publication && published(entries, publication.subject)
  if (publication?.event?.type !== 'PaperDrafted' || !told)
    return refused(`${name} does not begin with the title of a report that was published`, [], ['give a report that was published here'])
  const { classification, month } = publication.event
  const { known, root, asOf, at, address } = told
  return {
    format: 'codicil-manifest/1',
    code,
    paper: publication.subject,
    month: month as YearMonth,
    classification,
    ...{ known, root, asOf, at, address },
  }
}

function published(entries: readonly Entry[], paper: Subject): PaperPublished | undefined {
  const event = entries.find((entry) => entry.subject === paper && entry.event?.type === 'PaperPublished')?.event
  return event?.type === 'PaperPublished' ? event : undefined
}

const manifestSchema = z.looseObject({
  format: z.literal('codicil-manifest/1'),
  code: z.string(),
  paper: plain.subject('publication'),
  month: plain.month,
  classification: z.enum(classifications),
  known: plain.count(1),
  root: z.string(),
  asOf: plain.day,
  at: plain.moment,
  address: z.string(),
  figures: z.array(
    z.looseObject({ id: z.string(), v: z.number(), value: z.union([z.number(), z.literal('unknown')]), members: z.array(z.unknown()) }),
  ),
})

/** The entry by which it was published; refused where the log is another, ends before, or tells of another publication. */
function anchorOf(name: string, told: Told, log: LogEvidence): Verdict<PaperPublished> {
  const whole = ['give the log of the register that published it, or an export of it']
  if (told.code !== log.code) return refused(`${name} is of the register ${told.code}, and the log given is of ${log.code}`, [], whole)
  if (log.leaves.length < told.known)
    return refused(`${name} was drawn from ${told.known} entries, and the log given has ${log.leaves.length}`, [], whole)
  if (rootOf(log.leaves.slice(0, told.known)) !== told.root)
    return refused(
      `the first ${told.known} entries of the log given are not those that ${name} was drawn from: their root is another`,
      [],
      whole,
    )
  const anchor = published(log.entries, told.paper)
  if (!anchor) return refused(`the log given does not tell that ${told.paper} was published`, [], whole)
  const keys = ['known', 'root', 'asOf', 'at', 'address'] as const
  const other = keys.find((key) => anchor[key] !== told[key])
  return other
    ? refused(`${name} says that its ${other} is ${told[other]}, and it was published with ${anchor[other]}`, [], ['fetch the file again'])
    : anchor
}

type Values = PaperPublished['figures']

function figuresFailing(told: Manifest['figures'], derived: Manifest['figures'], before: Values): readonly Failing[] {
  const ids = [...new Set([...derived, ...told].map(({ id }) => id))].filter((id) => !before.some((figure) => figure.id === id))
  return ids.flatMap((id) => {
    const [file, log] = [told, derived].map((figures) => figures.find((figure) => figure.id === id))
    if (!file || !log)
      return [{ about: titleOf(id), file: file ? String(file.value) : 'nothing', log: log ? String(log.value) : 'nothing' }]
    if (file.value !== log.value) return [{ about: titleOf(id), file: String(file.value), log: String(log.value) }]
    const [of, from] = [file, log].map((figure) => JSON.stringify([figure.v, figure.unit, figure.asAt, figure.members]))
    return of === from ? [] : [{ about: `${titleOf(id)}, its members`, file: membersText(file), log: membersText(log) }]
  })
}

/** What was counted by an earlier definition is not derived again: its value is held to the entry that published it, its members to the hash of the file. */
const valuesFailing = (told: Manifest['figures'], before: Values): readonly Failing[] =>
  before.flatMap(({ id, value }) => {
    const file = told.find((figure) => figure.id === id)?.value
    return file === value ? [] : [{ about: titleOf(id), file: file === undefined ? 'nothing' : String(file), log: String(value) }]
  })

const membersText = ({ members }: Manifest['figures'][number]): string =>
  members.map(({ subject, places }) => `${subject} by ${places?.map((place) => `entry ${place}`).join(' and ')}`).join(', ') || 'none'

function titleOf(id: string): string {
  try {
    return `${definitionOf(id as FigureId).title} (${id})`
  } catch {
    return id
  }
}

/** What the file says, beside what it would say if it were made from the log now. */
async function wordsFailing(carried: Carried & { readonly form: PublishedForm }, published: Published): Promise<readonly Failing[]> {
  const made = await carriedIn(`made.${carried.form}`, await publishedFile(carried.form, published))
  if (isRefused(made)) throw new Error(made.refused)
  return piecesFailing(carried.pieces, made.pieces).map(([file, log]) => ({
    about: aboutOf(file ?? log, log, published),
    file: file?.text ?? 'nothing',
    log: log?.text ?? 'nothing',
  }))
}

/** At most so many differences are told: more of them are another file. */
const MOST = 20

/** Pairs that differ. Where pieces were added or taken away, all between the common beginning and the common end is told. */
function piecesFailing(file: readonly Piece[], log: readonly Piece[]): readonly (readonly [Piece | undefined, Piece | undefined])[] {
  let start = 0
  while (start < Math.min(file.length, log.length) && file[start]?.text === log[start]?.text) start++
  let end = 0
  while (end < Math.min(file.length, log.length) - start && file.at(-1 - end)?.text === log.at(-1 - end)?.text) end++
  const [of, from] = [file.slice(start, file.length - end), log.slice(start, log.length - end)]
  return Array.from({ length: Math.max(of.length, from.length) }, (_, index) => [of[index], from[index]] as const)
    .filter(([a, b]) => a?.text !== b?.text)
    .slice(0, MOST)
}

/** The figures whose number stands there, where it can be told; else the place in the file. */
function aboutOf(piece: Piece | undefined, log: Piece | undefined, { report }: Published): string {
  const path = /^figures\/([^/]+)\//.exec(piece?.about ?? '')?.[1]
  if (path) return titleOf(path)
  const lines: { readonly text: string; readonly figures: readonly string[] }[] = []
  JSON.stringify(report.model, (_, value) => {
    if (typeof value === 'object' && value !== null && 'text' in value && Array.isArray(value.figures)) lines.push(value)
    return value
  })
  const line = lines.find(({ text, figures }) => figures.length > 0 && text !== '' && log?.text.includes(text))
  return line ? line.figures.map(titleOf).join(', ') : (piece?.about ?? 'what it says')
}
