import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { longDay } from '../../../domain/calendar/format.ts'
import { type Convention, conventionLabels, countings, type WorkingCalendar } from '../../../domain/calendar/working-days.ts'
import type { Register } from '../../../domain/register.ts'
import { regulatoryYear } from '../../change-status/window.ts'
import { type Finding, finding } from '../finding.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import type { AssessmentRow } from '../reading/tables.ts'
import type { Explained } from './explained.ts'

/** A duration that is wrong, with what it would be instead: under each convention, or under the one that holds for the paper. */
export type WrongDuration = { readonly row: AssessmentRow; readonly rights: readonly number[]; readonly finding: Finding }

export type DurationsChecked = { readonly wrong: readonly WrongDuration[]; readonly others: readonly Finding[] }

/** Durations that are still running, under each convention; targets against those of their kind; the days of the tables. */
export function durationChecks(read: PaperRead, explained: Explained, register: Register): DurationsChecked {
  const { calendar } = register
  const asAt = read.cover.timescales[0]?.value ?? read.cover.date?.value
  const counted = asAt === undefined ? [] : read.assessments.flatMap((row) => countedRow(row, asAt, calendar))
  const { statedConvention } = explained
  return {
    wrong: [
      ...counted.flatMap((each) => misfits(each, statedConvention)),
      ...(statedConvention ? oddAgainst(counted, statedConvention) : mixedConventions(counted)),
    ],
    others: [
      ...(statedConvention ? noneAsStated(counted, statedConvention) : []),
      ...holidaysCounted(counted, explained),
      ...targets(read, explained),
      ...(asAt ? spans(read, asAt, register) : []),
    ],
  }
}

type Counted = {
  readonly row: AssessmentRow
  readonly asAt: CalendarDate
  readonly counts: readonly { readonly convention: Convention; readonly value: number }[]
  /** The conventions under which the duration holds. */
  readonly fits: readonly Convention[]
}

function countedRow(row: AssessmentRow, asAt: CalendarDate, calendar: WorkingCalendar): readonly Counted[] {
  const { table, day, duration } = row
  if (table === 'completed' || day === undefined || duration === undefined || day > asAt) return []
  const counts = countings(calendar, day, asAt)
  return [{ row, asAt, counts, fits: counts.filter(({ value }) => value === duration).map(({ convention }) => convention) }]
}

const nameOf = ({ mention, assessmentKind }: AssessmentRow) => `${mention.canonical} (${assessmentKind})`

function misfits({ row, asAt, counts, fits }: Counted, stated: Convention | undefined): readonly WrongDuration[] {
  if (fits.length > 0) return []
  const told = counts.map(
    ({ convention, value }) => `${value} by ${conventionLabels[convention].replace(/ \(.*\)$/, '').replace(/^W/, 'w')}`,
  )
  const message = `${nameOf(row)} is told to have taken ${row.duration} WD. From ${longDay(row.day as CalendarDate)} to ${longDay(asAt)} it is ${told.join('; ')}.`
  const rights = stated ? [countBy(counts, stated)] : counts.map(({ value }) => value)
  return [{ row, rights, finding: finding('duration', ['error', 'certain'], message, row.place) }]
}

/** Rows that hold under another convention than the one that the paper states. */
function notAsStated(counted: readonly Counted[], stated: Convention) {
  const others = counted.filter(({ fits }) => fits.length > 0 && !fits.includes(stated))
  const isNone = others.length > 1 && others.length === counted.length
  return { others, isNone, name: conventionLabels[stated].replace(/ \(.*\)$/, '') }
}

function noneAsStated(counted: readonly Counted[], stated: Convention): readonly Finding[] {
  const { others, isNone, name } = notAsStated(counted, stated)
  if (!isNone) return []
  const told = others.map(({ row, counts }) => `${nameOf(row)} ${row.duration}, would be ${countBy(counts, stated)}`).join('; ')
  const message = `The paper says that durations are ${name}, and none is so counted: ${told}.`
  return [finding('convention', ['error', 'likely'], message, ...others.map(({ row }) => row.place))]
}

function oddAgainst(counted: readonly Counted[], stated: Convention): readonly WrongDuration[] {
  const { others, isNone, name } = notAsStated(counted, stated)
  if (isNone) return []
  return others.map(({ row, counts, fits }) => {
    const [other] = fits
    const right = countBy(counts, stated)
    const message = `${nameOf(row)} is told as ${row.duration} WD, and would be ${right} as the paper says that it counts (${name}). It holds as ${other ? conventionLabels[other] : ''}.`
    return { row, rights: [right], finding: finding('convention', ['error', 'likely'], message, row.place) }
  })
}

/** Each row is counted under every convention. */
const countBy = (counts: Counted['counts'], of: Convention): number => counts.find(({ convention }) => convention === of)?.value ?? 0

/** Rows of one paper that no one convention fits. */
function mixedConventions(counted: readonly Counted[]): readonly WrongDuration[] {
  const fitting = counted.filter(({ fits }) => fits.length > 0)
  const common = fitting.reduce<readonly Convention[]>(
    (all, { fits }) => all.filter((each) => fits.includes(each)),
    ['weekdays', 'working days', 'working days, first day not counted'],
  )
  if (fitting.length === 0 || common.length > 0) return []
  const most = (['weekdays', 'working days', 'working days, first day not counted'] as const)
    .map((convention) => ({ convention, rows: fitting.filter(({ fits }) => fits.includes(convention)) }))
    .reduce((a, b) => (b.rows.length > a.rows.length ? b : a))
  const others = fitting.filter(({ fits }) => !fits.includes(most.convention))
  return others.map(({ row, counts }) => {
    const value = countBy(counts, most.convention)
    const message = `${nameOf(row)} is counted in another way than the others: ${row.duration} WD, where it would be ${value} as they are counted.`
    return { row, rights: [value], finding: finding('convention', ['error', 'likely'], message, row.place) }
  })
}

/** Days called Working Days that count a bank holiday, where the paper does not say that it does. */
function holidaysCounted(counted: readonly Counted[], { convention }: Explained): readonly Finding[] {
  const with_ = counted.filter(({ fits }) => fits.includes('weekdays') && !fits.includes('working days'))
  if (convention || with_.length === 0 || with_.some(({ fits }) => fits.length > 1)) return []
  const told = with_.map(({ row, counts }) => {
    const value = (of: Convention) => counts.find((each) => each.convention === of)?.value
    return `${nameOf(row)} ${row.duration}, would be ${value('working days')}, or ${value('working days, first day not counted')} with the first day not counted`
  })
  const message = `Durations in WD count the bank holidays of their time, which are no Working Days of the Code: ${told.join('; ')}. They hold as weekdays with both ends counted, which the paper does not say.`
  return [finding('convention', ['note', 'certain'], message, ...with_.map(({ row }) => row.place))]
}

function targets({ assessments }: PaperRead, { says }: Explained): readonly Finding[] {
  return [...Map.groupBy(assessments, ({ assessmentKind }) => assessmentKind)].flatMap(([kind, rows]) => {
    const told = rows.filter(({ target }) => target !== undefined)
    const [usual] = [...Map.groupBy(told, ({ target }) => target)].sort((a, b) => b[1].length - a[1].length)
    if (!usual || usual[1].length < 2 || usual[1].length <= told.length / 2) return []
    return told
      .filter(({ target }) => target !== usual[0])
      .filter(
        ({ mention }) => !says(new RegExp(`\\b${mention.canonical}\\b.*\\btargets?\\b|\\btargets?\\b.*\\b${mention.canonical}\\b`, 'i')),
      )
      .map((row) => {
        const message = `The target of ${nameOf(row)} is ${row.target} WD, where the other ${usual[1].length} of its kind (${kind}) have ${usual[0]}; no reason is told.`
        return finding('target', ['note', 'certain'], message, row.place)
      })
  })
}

/** Days of acceptance and return after the day of the timescales; a return outside the year that its table is of. */
function spans({ assessments }: PaperRead, asAt: CalendarDate, register: Register): readonly Finding[] {
  const year = regulatoryYear(register, asAt)
  return assessments.flatMap((row) => {
    const { day, table } = row
    if (day === undefined) return []
    if (day > asAt) {
      const message = `${nameOf(row)} has ${longDay(day)}, which is after ${longDay(asAt)}, the day of the timescales.`
      return [finding('date', ['error', 'certain'], message, row.place)]
    }
    if (table === 'completed' && day < year.from) {
      const message = `${nameOf(row)} was returned on ${longDay(day)}, before ${year.label} began on ${longDay(year.from)}.`
      return [finding('date', ['error', 'likely'], message, row.place)]
    }
    return []
  })
}
