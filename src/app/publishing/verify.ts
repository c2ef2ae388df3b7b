import { hash } from 'node:crypto'
import { grammar } from '../../../codes/sec/pack/grammar.ts'
import type { YearMonth } from '../../domain/calendar/calendar-date.ts'
import { type Entry, idOf, type Subject } from '../../domain/entry.ts'
import { type PaperOf, publicationKinds, publicationName, publicationNamed } from '../../domain/publication/kinds.ts'
import type { PaperPublished } from '../../domain/publication/publication.ts'
import { isRefused, refused, type Verdict } from '../../domain/refusal.ts'
import { rootOf } from '../../log/merkle.ts'
import { papers } from '../../report/papers.ts'
import { drawPaper } from '../../report/published/drawn.ts'
import { fileName } from '../../report/published/files.ts'
import { type Manifest, manifestOf } from '../../report/published/manifest.ts'
import { type Carried, type CarriedForm, carriedIn } from './carriers.ts'
import { publishedOf } from './draw.ts'
import type { LogEvidence } from './exported-log.ts'
import { type Failing, figuresFailing, valuesFailing, wordsFailing } from './failing.ts'
import { manifestSchema, pageManifestSchema } from './manifest-schema.ts'

export type Verified = {
  /** What it is: 'report of October 2019'. */
  readonly paper: string
  readonly month: YearMonth
  readonly known: number
  /** How many figures were derived again. */
  readonly figures: number
  /** How many are of an earlier version of their definition, which this program does not count by: held to what the log says was published. */
  readonly earlier: number
  /** How many paragraphs are its author's own: their numbers are not derived. */
  readonly ownParagraphs: number
  readonly failing: readonly Failing[]
  /** How many of these are figures of its manifest; the others are what it says. */
  readonly figuresFailing: number
  /** Whether the bytes are those that were published; of a page, which is made anew for each reader, there are none. */
  readonly isSameFile: boolean
  readonly isPage: boolean
}

/**
 * Derives a published file again from the log, without the register that published it: its manifest, the root of the log, every figure with its
 * members and their entries, and all that it says. Refused where there is nothing to compare.
 */
export async function verifyFile(name: string, bytes: Uint8Array, log: LogEvidence): Promise<Verdict<Verified>> {
  const carried = await carriedIn(name, bytes)
  if (isRefused(carried)) return carried
  const { form } = carried
  const told = form === 'txt' ? toldByLog(name, carried, log) : claimedIn(name, carried)
  if (isRefused(told)) return told
  const anchored = anchorOf(name, told, log)
  if (isRefused(anchored)) return anchored
  const evidence = { entries: log.entries, read: log.read, grammar }
  const drawn = await drawPaper(evidence, told.paper, told)
  if (isRefused(drawn)) return drawn
  const published = await publishedOf(evidence, drawn, told)
  const isPage = form === 'html'
  const isSameFile =
    !isPage && anchored.files.some(({ name: of, sha256 }) => of === fileName(told, form) && sha256 === hash('sha256', bytes))
  const derived = manifestOf(drawn, told).figures
  const again = derived.filter(({ id, v }) => anchored.figures.some((figure) => figure.id === id && figure.v === v))
  const before = anchored.figures.filter(({ id }) => !again.some((figure) => figure.id === id))
  // What carries no figures prints them: they are held to what was published.
  const figures = told.figures
    ? [...figuresFailing(told.figures, again, before), ...valuesFailing(told.figures, before)]
    : valuesFailing(
        again,
        anchored.figures.filter(({ id }) => !before.some((figure) => figure.id === id)),
      )
  // What was published byte for byte says what it said; a later program may lay it out otherwise.
  const words = isSameFile ? [] : await wordsFailing(carried, published)
  return {
    paper: publicationName(drawn),
    month: told.month,
    known: told.known,
    figures: again.length,
    earlier: before.length,
    ownParagraphs: drawn.made.edits?.paragraphs.length ?? 0,
    failing: [...figures, ...words],
    figuresFailing: figures.length + words.filter(({ figure }) => figure !== undefined).length,
    isSameFile,
    isPage,
  }
}

/** What is checked of a file: its manifest, of a page without figures; of plain text, which has none, from what the log says that it was drawn. */
type Told = Omit<Manifest, 'figures' | 'window' | 'rules' | 'holidays'> & { readonly figures?: Manifest['figures'] }

function claimedIn(name: string, { manifest, form }: Carried & { readonly form: CarriedForm }): Verdict<Told> {
  const claimed = (form === 'html' ? pageManifestSchema : manifestSchema).safeParse(manifest)
  return claimed.success ? (claimed.data as unknown as Told) : refused(`the manifest of ${name} is not whole`, [], ['fetch the file again'])
}

function toldByLog(name: string, { pieces }: Carried, { code, entries }: LogEvidence): Verdict<Told> {
  const title = pieces[0]?.text ?? ''
  const found = publishedIn(entries).find(({ of }) => papers[of.kind].isTitled(title, of.month))
  if (!found)
    return refused(`${name} does not begin with the title of a paper that was published`, [], ['give a paper that was published here'])
  const { subject, told, of } = found
  const { known, root, asOf, at, address } = told
  const drafted = entries.find((entry) => entry.subject === subject && entry.event?.type === 'PaperDrafted')?.event
  const classification = drafted?.type === 'PaperDrafted' ? drafted.classification : 'white'
  return {
    format: 'codicil-manifest/1',
    ...{ code, paper: subject, month: of.month, classification },
    ...{ known, root, asOf, at, address },
  }
}

type Publication = { readonly subject: Subject; readonly of: PaperOf; readonly told: PaperPublished }

/** All papers that were published; the report last, whose title is known by its month alone. */
function publishedIn(entries: readonly Entry[]): readonly Publication[] {
  const all = entries.flatMap(({ subject, event }): readonly Publication[] => {
    const of = event?.type === 'PaperPublished' ? publicationNamed(idOf(subject)) : undefined
    return of && event?.type === 'PaperPublished' ? [{ subject, of, told: event }] : []
  })
  return publicationKinds.toReversed().flatMap((kind) => all.filter(({ of }) => of.kind === kind))
}

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
  const anchor = publishedIn(log.entries).find(({ subject }) => subject === told.paper)?.told
  if (!anchor) return refused(`the log given does not tell that ${told.paper} was published`, [], whole)
  const keys = ['known', 'root', 'asOf', 'at', 'address'] as const
  const other = keys.find((key) => anchor[key] !== told[key])
  return other
    ? refused(`${name} says that its ${other} is ${told[other]}, and it was published with ${anchor[other]}`, [], ['fetch the file again'])
    : anchor
}
