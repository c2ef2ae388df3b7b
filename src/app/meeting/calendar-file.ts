import { parse } from 'csv-parse/sync'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { longDay, weekdayName } from '../../domain/calendar/format.ts'
import { covers, isWorkingDay } from '../../domain/calendar/working-days.ts'
import type { Subject } from '../../domain/entry.ts'
import { plannedOn } from '../../domain/meeting/body-meetings.ts'
import { nameOf } from '../../domain/names.ts'
import { all, type Register } from '../../domain/register.ts'
import { formOf } from '../acting/forms.ts'
import { fieldsFrom, type PlainAct, readAct } from '../acting/read-act.ts'
import { eventsIn } from './ics.ts'

/** One meeting as a file writes it: `where` names its line or event. */
export type WrittenMeeting = { readonly where: string; readonly body: string; readonly day: string; readonly number?: string }

/** What a line of a calendar would plan, what it says that is planned already, or why it cannot be read. */
export type CalendarLine = { readonly where: string } & (
  | { readonly plans: PlainAct; readonly meeting: string; readonly look?: string }
  | { readonly already: string }
  | { readonly problem: string }
)

/**
 * Reads a year's meetings, from CSV with the columns body, day and (where it is told) number, or from iCalendar, whose summaries name the
 * body. `body`: of which all are where no line says. Nothing is guessed: a line that cannot be read says what was expected and what came.
 */
export function readCalendar(text: string, register: Register, body?: Subject): readonly CalendarLine[] {
  const written = text.trimStart().startsWith('BEGIN:VCALENDAR') ? eventsIn(text) : rowsIn(text)
  if ('problem' in written) return [written]
  const seen = new Map<string, string>()
  return written.meetings.map((one): CalendarLine => {
    const line = readLine(one, register, body)
    if (!('plans' in line)) return line
    const before = seen.get(line.meeting)
    if (before !== undefined) return { where: one.where, already: `${line.meeting} is ${before} already` }
    seen.set(line.meeting, one.where)
    return line
  })
}

/** The acts that a calendar makes: one for each line that plans. */
export const plansIn = (lines: readonly CalendarLine[]): readonly PlainAct[] =>
  lines.flatMap((line) => ('plans' in line ? [line.plans] : []))

function readLine({ where, body: written, day, number }: WrittenMeeting, register: Register, fallback: Subject | undefined): CalendarLine {
  const body = bodyCalled(register, written) ?? (written.trim() === '' ? fallback : undefined)
  if (!body)
    return {
      where,
      problem: `expected a body such as ${examples(register)}, and ${written.trim() === '' ? 'none is named' : `“${written.trim()}” came`}: correct it, or establish the body first`,
    }
  const { shape } = formOf('PlanMeeting').schema
  const read = readAct('PlanMeeting', 'meeting/new', fieldsFrom(shape, { body, day, number }))
  if ('problems' in read) {
    const [first] = read.problems
    return { where, problem: `${first?.field}: ${first?.problem}: correct it in the file` }
  }
  const { day: on } = read.act as unknown as { readonly day: CalendarDate }
  const meeting = `${nameOf(register, body)}, ${longDay(on)}`
  if (plannedOn(register, body, on)) return { where, already: `${meeting} is planned already` }
  const look = whyUnusual(register, on)
  return { where, plans: read.act, meeting, ...(look === undefined ? {} : { look }) }
}

const whyUnusual = ({ calendar }: Register, day: CalendarDate): string | undefined =>
  covers(calendar, day) && !isWorkingDay(calendar, day) ? `${longDay(day)}, a ${weekdayName(day)}, is no Working Day` : undefined

const examples = (register: Register): string =>
  all(register, 'body')
    .slice(0, 2)
    .map(({ state }) => `“${state.name.value}”`)
    .join(' or ')

/** By its name, its abbreviation or its id; of a longer text, such as the summary of an event, the one that it begins with. */
function bodyCalled(register: Register, written: string): Subject | undefined {
  const text = plain(written)
  const names = all(register, 'body').flatMap(({ id, subject, state }) =>
    [state.name.value, state.abbreviation ?? '', id, subject, nameOf(register, subject).replace(/^SEC /, '')].map((name) => ({
      subject,
      name: plain(name),
    })),
  )
  const begins = names.filter(({ name }) => name !== '' && (text === name || text.startsWith(`${name} `)))
  return begins.toSorted((a, b) => b.name.length - a.name.length)[0]?.subject
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

type Written = { readonly meetings: readonly WrittenMeeting[] } | { readonly where: string; readonly problem: string }

const columns: Readonly<Record<'body' | 'day' | 'number', readonly string[]>> = {
  body: ['body', 'committee', 'meeting'],
  day: ['day', 'date', 'meeting date'],
  number: ['number', 'no', 'meeting number'],
}

function rowsIn(text: string): Written {
  let rows: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
  try {
    rows = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      delimiter: [',', ';', '\t'],
    }) as never
  } catch (error) {
    return { where: 'the file', problem: `it is no CSV: ${error instanceof Error ? error.message : 'it cannot be read'}` }
  }
  const head = rows[0]?.record.map((cell) => cell.toLowerCase()) ?? []
  const at = (column: keyof typeof columns) => head.findIndex((cell) => columns[column].includes(cell))
  if (at('day') < 0)
    return {
      where: 'line 1',
      problem: `expected the names of the columns (body, day and, where it is told, number), and “${head.join(', ')}” came: write them in the first line`,
    }
  return {
    meetings: rows.slice(1).map(({ record, info }) => ({
      where: `line ${info.lines}`,
      body: record[at('body')] ?? '',
      day: record[at('day')] ?? '',
      number: record[at('number')] ?? '',
    })),
  }
}
