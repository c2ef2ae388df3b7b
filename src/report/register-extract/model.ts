import { dated } from '../../domain/calendar/format.ts'
import type { Classification, Entry, Subject } from '../../domain/entry.ts'
import { type Modification, type Stage, stages } from '../../domain/modification/modification.ts'
import { isRefused, type Verdict } from '../../domain/refusal.ts'
import { entryAt, type Found } from '../../domain/register.ts'
import type { ChangeStatusModel } from '../change-status/model.ts'
import { newsOf, newsWord } from '../change-status/news.ts'
import { nameOf, type ReportAsked, type ReportContext, reportContext } from '../change-status/report-context.ts'
import { reportOf } from '../change-status/report-of.ts'
import { memberOf, modificationsIn, referenceOf } from '../figures/context.ts'
import {
  type ExtractFigureId,
  type ExtractMeasure,
  type ExtractStage,
  extractDefinition,
  extractMeasures,
  extractStages,
} from '../figures/extract-definitions.ts'
import type { DerivedFigure, Member } from '../figures/figure.ts'
import { capitalised } from '../words/capitalised.ts'
import { standingWord, type Words, wordsOf } from '../words/code-words.ts'

/** A line of the extract. */
export type ExtractRow = {
  readonly subject: Subject
  readonly reference: string
  readonly title: string
  readonly proposer: string
  /** The step in the Code's words, with whether it is urgent or on hold; since when it stands so, as a source shows it where none tells the step. */
  readonly standing: string
  readonly since: string
  readonly path: string
  /** Whether anything was done to it in the month's window, or a source only told of it for the first time. */
  readonly news: ReturnType<typeof newsWord>
}

/** A figure of the month's report, with how many of its members the lists name, and of how many of these what is new. */
export type ExtractCount = { readonly figure: DerivedFigure } & Readonly<Record<ExtractMeasure, DerivedFigure>>

/** The register as it is sent to every Party each month: what is live by its stage, what ended in the year, what is only counted. */
export type RegisterExtract = {
  readonly report: ChangeStatusModel
  readonly counts: readonly ExtractCount[]
  readonly stages: readonly { readonly stage: Stage; readonly name: string; readonly rows: readonly ExtractRow[] }[]
  readonly ended: readonly ExtractRow[]
  /** Without a stage on the day. */
  readonly unknown: readonly ExtractRow[]
  readonly unidentified: number
  readonly classification: Classification
  /** All that it counts. */
  readonly figures: readonly DerivedFigure[]
  /** The places of what its rows tell. */
  readonly restsOn: readonly number[]
}

export function registerExtract(asked: ReportAsked): Verdict<RegisterExtract> {
  const report = reportOf(asked)
  if (isRefused(report)) return report
  const context = reportContext(asked)
  const all = modificationsIn(context.register)
  const named = all.filter(({ state }) => !state.unidentified)
  const rows = (belongs: (found: Found<'modification'>) => boolean) => named.filter(belongs).map((found) => row(context, found))
  const year = context.window.regulatoryYear.from
  const inStages = stages.map((stage) => ({
    stage,
    name: context.words.term('stages', stage) ?? stage,
    rows: rows(({ state }) => state.standing.value.stage === stage),
  }))
  const counts = extractStages.map((stage) => countIn(context, stage, named))
  return {
    report,
    counts,
    classification: asked.own?.classification ?? 'white',
    figures: counts.flatMap((each) => [each.figure, ...extractMeasures.map((measure) => each[measure])]),
    restsOn: named.flatMap(({ state }) =>
      [state.standing, state.title, state.proposer, state.path, state.urgent, state.onHold].flatMap((told) => told?.place ?? []),
    ),
    stages: inStages,
    ended: rows(({ state }) => state.standing.value.stage === 'ended' && state.standing.on.to >= year),
    unknown: rows(({ state }) => state.standing.value.stage === 'unknown'),
    unidentified: all.length - named.length,
  }
}

function countIn(context: ReportContext, stage: ExtractStage, named: readonly Found<'modification'>[]): ExtractCount {
  const figure = context.figures[`stage.${stage}`]
  const members = new Set(figure.members.map(({ subject }) => subject))
  const listed = named.filter(({ subject }) => members.has(subject))
  const news = listed.map((found) => ({ found, ...newsOf(context.window, found), word: newsWord(context.window, found) }))
  const placesOf = (found: Found<'modification'>, entries: readonly Entry[]) =>
    entries.length > 0 ? entries.map(({ place }) => place) : [found.state.standing.place]
  const asMembers = (word: 'changed' | 'first listed') =>
    news
      .filter((each) => each.word === word)
      .map((each) => memberOf(context, each.found, placesOf(each.found, word === 'changed' ? each.happened : each.listed)))
  return {
    figure,
    listed: extractFigure(
      context,
      `extract.${stage}.listed`,
      listed.map((found) => memberOf(context, found, [found.state.standing.place])),
    ),
    changed: extractFigure(context, `extract.${stage}.changed`, asMembers('changed')),
    firstListed: extractFigure(context, `extract.${stage}.firstListed`, asMembers('first listed')),
  }
}

function extractFigure({ window }: ReportContext, id: ExtractFigureId, members: readonly Member[]): DerivedFigure {
  const { v, unit, definition } = extractDefinition(id)
  return { kind: 'derived', id, v, value: members.length, unit, definition, asAt: window.asAt, members }
}

function row(context: ReportContext, found: Found<'modification'>): ExtractRow {
  const { state } = found
  const words = wordsOf(context.register)
  const isShown = entryAt(found, state.standing.place)?.event?.type === 'Attested'
  return {
    subject: found.subject,
    reference: referenceOf(context.grammar, found),
    title: state.title?.value ?? 'title not known',
    proposer: state.proposer ? nameOf(context, state.proposer.value).replace(/^the /, '') : 'not known',
    standing: standingText(words, state),
    since: isShown ? `shown ${dated(state.standing.on)}` : dated(state.standing.on),
    path: state.path ? words.path(state.path.value) : 'not known',
    news: newsWord(context.window, found),
  }
}

/** 'Draft Proposal', 'Refinement, on hold': each list is of one stage, whose name need not come again. */
function standingText(words: Words, { standing: { value }, urgent, onHold }: Modification): string {
  const step = value.stage === 'ended' || value.stage === 'unknown' ? standingWord(words, value) : capitalised(words.step(value.step))
  return [step, ...(urgent?.value ? ['urgent'] : []), ...(onHold ? ['on hold'] : [])].join(', ')
}
