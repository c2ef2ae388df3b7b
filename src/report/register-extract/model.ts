import { dated } from '../../domain/calendar/format.ts'
import type { Subject } from '../../domain/entry.ts'
import { type Modification, type Stage, stages } from '../../domain/modification/modification.ts'
import { isRefused, type Verdict } from '../../domain/refusal.ts'
import { entryAt, type Found } from '../../domain/register.ts'
import type { ChangeStatusModel } from '../change-status/model.ts'
import { newsWord } from '../change-status/news.ts'
import { nameOf, type ReportAsked, type ReportContext, reportContext } from '../change-status/report-context.ts'
import { reportOf } from '../change-status/report-of.ts'
import { modificationsIn, referenceOf } from '../figures/context.ts'
import { definitionOf } from '../figures/definitions.ts'
import type { DerivedFigure, FigureId } from '../figures/figure.ts'
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
export type ExtractCount = {
  readonly figure: Pick<DerivedFigure, 'id' | 'value' | 'definition'>
  readonly title: string
  readonly listed: number
  readonly changed: number
  readonly firstListed: number
}

/** The register as it is sent to every Party each month: what is live by its stage, what ended in the year, what is only counted. */
export type RegisterExtract = {
  readonly report: ChangeStatusModel
  readonly counts: readonly ExtractCount[]
  readonly stages: readonly { readonly stage: Stage; readonly name: string; readonly rows: readonly ExtractRow[] }[]
  readonly ended: readonly ExtractRow[]
  /** Without a stage on the day. */
  readonly unknown: readonly ExtractRow[]
  readonly unidentified: number
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
  return {
    report,
    counts: countedIn.map((id) =>
      count(
        context.figures[id],
        inStages.flatMap((each) => each.rows),
      ),
    ),
    stages: inStages,
    ended: rows(({ state }) => state.standing.value.stage === 'ended' && state.standing.on.to >= year),
    unknown: rows(({ state }) => state.standing.value.stage === 'unknown'),
    unidentified: all.length - named.length,
  }
}

const countedIn = [...stages.map((stage) => `stage.${stage}` as const), 'stage.release.standalone'] as const satisfies readonly FigureId[]

function count({ id, value, definition, members }: DerivedFigure, rows: readonly ExtractRow[]): ExtractCount {
  const subjects = new Set(members.map(({ subject }) => subject))
  const listed = rows.filter(({ subject }) => subjects.has(subject))
  return {
    figure: { id, value, definition },
    title: definitionOf(id).title,
    listed: listed.length,
    changed: listed.filter(({ news }) => news === 'changed').length,
    firstListed: listed.filter(({ news }) => news === 'first listed').length,
  }
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
