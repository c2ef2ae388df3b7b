import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { type Stage, stages } from '../../domain/modification/modification.ts'
import { type AssessmentYear, assessmentYears } from '../figures/assessment-years.ts'
import { countsByMonth, type MonthCount } from '../figures/by-month.ts'
import type { FigureId } from '../figures/figure.ts'
import { calendarReleases } from '../figures/release-calendar.ts'
import { capitalised } from '../words/capitalised.ts'
import { dateText } from './release.ts'
import { type Line, line, type ReportContext } from './report-context.ts'
import { numberWord } from './wording.ts'

/** What the pictures of the report show, each with what it tells in one sentence. */
export type Charts = {
  readonly strip: Line
  readonly openAssessments: Line
  readonly assessmentYears: { readonly takeaway: Line; readonly years: readonly AssessmentYear[] }
  readonly timeInStage: { readonly takeaway: Line; readonly stages: readonly StageTime[] }
  readonly months: { readonly takeaway: Line; readonly months: readonly MonthCount[] }
  readonly releases: { readonly takeaway: Line; readonly releases: readonly ReleaseShown[] }
}
export type StageTime = { readonly name: string; readonly total: FigureId; readonly mean: FigureId & `time.${Stage}` }
export type ReleaseShown = {
  readonly subject: `release/${string}`
  readonly name: string
  /** In words, and the day where one is told. */
  readonly date: string
  readonly day?: CalendarDate
  readonly scope: number
  readonly isInForce: boolean
}

export function charts(context: ReportContext): Charts {
  return {
    strip: stripTakeaway(context),
    openAssessments: openAssessmentsTakeaway(context),
    assessmentYears: yearsShown(context),
    timeInStage: timeShown(context),
    months: monthsShown(context),
    releases: releasesShown(context),
  }
}

const stageName = ({ words }: ReportContext, stage: Stage): string => words.term('stages', stage) ?? stage

/** '1 proposal is', '3 proposals are'. */
const are = (count: number, thing: string): string => `${numberWord(count)} ${thing}${count === 1 ? ' is' : 's are'}`
const were = (count: number, thing: string): string => `${numberWord(count)} ${thing}${count === 1 ? ' was' : 's were'}`

function stripTakeaway(context: ReportContext): Line {
  const counts = stages.map((stage) => ({ name: stageName(context, stage), count: context.figures[`stage.${stage}`].members.length }))
  const most = Math.max(...counts.map(({ count }) => count))
  if (most === 0) return line('No proposal is known to be in any stage.')
  const names = counts.filter(({ count }) => count === most).map(({ name }) => name)
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return line(capitalised(`${are(all, 'proposal')} in the four stages, most of them in ${names.join(' and ')}.`))
}

function openAssessmentsTakeaway({ figures, assessmentKinds }: ReportContext): Line {
  const open = assessmentKinds.flatMap((kind) => figures[`assessment.${kind}.open`]?.members ?? [])
  if (open.length === 0) return line('No assessment is open.')
  return line(capitalised(`${are(open.length, 'assessment')} open, each shown beside its own target.`))
}

function yearsShown(context: ReportContext): Charts['assessmentYears'] {
  const years = assessmentYears(context)
  const sum = (count: (year: AssessmentYear) => number) => years.reduce((total, year) => total + count(year), 0)
  const [within, above, unknown] = [sum((year) => year.within), sum((year) => year.above), sum((year) => year.unknown)]
  const known = within + above
  const rest = unknown === 0 ? '' : `; of ${numberWord(unknown)} the target or the duration is not known`
  const text =
    years.length === 0
      ? 'No assessment is known to have been completed.'
      : known === 0
        ? 'No target is known of the assessments that were completed.'
        : `of ${numberWord(known)} completed assessment${known === 1 ? '' : 's'} that can be judged, ${tookLonger(above)}${rest}.`
  return { takeaway: line(capitalised(text), 'assessments.years'), years }
}

function tookLonger(count: number): string {
  if (count === 0) return 'none took longer than its target'
  return `${numberWord(count)} took longer than ${count === 1 ? 'its target' : 'their targets'}`
}

function timeShown(context: ReportContext): Charts['timeInStage'] {
  const { figures } = context
  const shown = stages.map((stage) => ({ name: stageName(context, stage), total: `stage.${stage}`, mean: `time.${stage}` }) as const)
  const known = shown.flatMap((each) => {
    const { value } = figures[each.mean]
    return value === 'unknown' ? [] : [{ ...each, value }]
  })
  const over = (mean: StageTime['mean']) => figures[mean].over ?? { known: 0, of: 0 }
  // The stage of which most is known: a mean over one of twenty tells nothing of the twenty.
  const best = known.toSorted((a, b) => over(b.mean).known - over(a.mean).known)[0]
  const takeaway = best
    ? line(
        `Proposals in ${best.name} have been there for ${best.value} WD on average, as far as is known: over ${over(best.mean).known} of ${over(best.mean).of}.`,
        best.mean,
      )
    : line('Of no proposal is the day known on which it came to its stage.')
  return { takeaway, stages: shown }
}

function monthsShown(context: ReportContext): Charts['months'] {
  const { figures } = context
  const count = (id: 'raised' | 'concluded' | 'shownConcluded' | 'open') => figures[`months.${id}`].members.length
  const [raised, concluded, shown, open] = [count('raised'), count('concluded'), count('shownConcluded'), count('open')]
  const ended = `${numberWord(concluded)} ${concluded === 1 ? 'was' : 'were'} concluded`
  const more = shown === 0 ? '' : `, and ${numberWord(shown)} more ${shown === 1 ? 'is' : 'are'} shown as concluded by a source`
  const came = `In the twelve months up to this report ${were(raised, 'proposal')} raised, and ${ended}${more}.`
  const text = `${came} ${capitalised(are(open, 'proposal'))} open at the cut-off, in Define, Refine and Opine together.`
  return {
    takeaway: line(text, 'months.raised', 'months.concluded', 'months.shownConcluded', 'months.open'),
    months: countsByMonth(context),
  }
}

function releasesShown(context: ReportContext): Charts['releases'] {
  const releases = calendarReleases(context).map(({ release, day, isInForce, scope }) => ({
    subject: release.subject as `release/${string}`,
    name: release.state.name,
    date: dateText(day === undefined ? release.state.date.value : { kind: 'day', day }),
    ...(day === undefined ? {} : { day }),
    scope,
    isInForce,
  }))
  const toCome = releases.filter(({ isInForce }) => !isInForce)
  const undated = toCome.filter(({ day }) => day === undefined).length
  const rest =
    undated === 0 ? '' : ` Of ${numberWord(undated)} no day is told: ${undated === 1 ? 'it stands' : 'they stand'} in the table only.`
  const next = toCome.find(({ day }) => day !== undefined && day > context.window.asAt)
  const text =
    toCome.length === 0
      ? 'No release is known to be planned.'
      : `${are(toCome.length, 'release')} to come${next ? `; the next is the ${next.name}, on ${next.date}` : ''}.${rest}`
  return { takeaway: line(capitalised(text)), releases }
}
