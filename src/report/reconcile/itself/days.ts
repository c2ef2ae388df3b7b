import { type CalendarDate, isWeekend, mondayOf, monthOf } from '../../../domain/calendar/calendar-date.ts'
import { longDay, longMonth, weekdayName } from '../../../domain/calendar/format.ts'
import { covers, isWorkingDay, type WorkingCalendar } from '../../../domain/calendar/working-days.ts'
import { type Finding, finding } from '../finding.ts'
import { type Place, placeIn } from '../paper.ts'
import { daysIn, monthIn } from '../reading/days.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import type { Explained } from './explained.ts'

/** Days against the calendar, and against each other. */
export function dayChecks(read: PaperRead, explained: Explained, calendar: WorkingCalendar): readonly Finding[] {
  return [
    ...written(read),
    ...weeks(read),
    ...afterThePaper(read),
    ...daysOfRest(read, explained, calendar),
    ...releases(read),
    ...toldTwice(read),
    ...beforeItsRaising(read),
    ...monthOfPaper(read),
    ...meetingOfPaper(read),
  ]
}

/** No such day, or not on that day of the week. */
function written({ days }: PaperRead): readonly Finding[] {
  return days.flatMap(({ written: text, day, weekday, place }) => {
    if (!day) return [finding('date', ['error', 'certain'], `There is no day ${text}.`, place)]
    if (!weekday || weekdayName(day).toLowerCase().startsWith(weekday.toLowerCase().slice(0, 3))) return []
    return [finding('date', ['error', 'certain'], `${longDay(day)} is a ${weekdayName(day)}, and the paper calls it ${text}.`, place)]
  })
}

/** A week commences on a Monday. */
function weeks({ blocks, cover }: PaperRead): readonly Finding[] {
  return blocks.flatMap(({ text, lines }) => {
    const [, after] = /\bweek commencing (.{4,40})/i.exec(text) ?? []
    const [first] = after === undefined ? [] : daysIn(after, cover.month)
    const [line] = lines
    if (!first?.day || !line || first.at > 3 || mondayOf(first.day) === first.day) return []
    const message = `A week is told to commence on ${longDay(first.day)}, which is a ${weekdayName(first.day)}.`
    return [finding('date', ['warning', 'certain'], message, { line: line.line, text: line.text.trim() })]
  })
}

type Happened = { readonly what: string; readonly day: CalendarDate; readonly place: Place }

/** What the paper tells as having happened. */
export function happened({ raised, listings, outcomes, dateRequests }: PaperRead): readonly Happened[] {
  const held = listings.filter(({ topic, count }) => topic && ['workgroup.items', 'ballots.held'].includes(topic.id) && count !== 0)
  return [
    ...raised.flatMap(({ mention, day, place }) => (day ? [{ what: `the raising of ${mention.canonical}`, day, place }] : [])),
    ...held.flatMap(({ topic, days, place }) => {
      const [day] = days
      return day ? [{ what: topic?.id === 'ballots.held' ? 'the vote' : 'the Working Group meeting', day, place }] : []
    }),
    ...outcomes.flatMap(({ mention, day, place }) => (day ? [{ what: `the decision on ${mention.canonical}`, day, place }] : [])),
    ...dateRequests.flatMap(({ on, place }) => (on ? [{ what: 'the request for another date', day: on, place }] : [])),
  ]
}

function afterThePaper(read: PaperRead): readonly Finding[] {
  const until = read.cover.date?.value ?? read.cover.window?.to
  if (!until) return []
  const early = happened(read).filter(({ day }) => day > until)
  const asAt = read.cover.timescales.filter(({ value }) => value > until)
  return [
    ...early.map(({ what, day, place }) =>
      finding('date', ['error', 'certain'], `The paper of ${longDay(until)} tells ${what} on ${longDay(day)}, as having happened.`, place),
    ),
    ...asAt.map(({ value, place }) =>
      finding('as-at', ['error', 'certain'], `The paper of ${longDay(until)} is correct as at ${longDay(value)}, a later day.`, place),
    ),
    ...differingAsAt(read),
  ]
}

function differingAsAt({ cover: { timescales } }: PaperRead): readonly Finding[] {
  const [first, other] = [timescales[0], timescales.find(({ value }) => value !== timescales[0]?.value)]
  if (!first || !other) return []
  const message = `The timescales are as at ${longDay(first.value)} in one place and ${longDay(other.value)} in another.`
  return [finding('as-at', ['warning', 'likely'], message, first.place, other.place)]
}

/** Meetings and new dates of implementation on a weekend or a bank holiday, unless the paper says it. */
function daysOfRest(read: PaperRead, { says }: Explained, calendar: WorkingCalendar): readonly Finding[] {
  const wanted = read.dateRequests.map(({ to, place }) => ({ what: 'the revised date of implementation', day: to, place }))
  const planned = read.listings.flatMap(({ release, place }) =>
    release?.day ? [{ what: `the date of the ${release.name}`, day: release.day, place }] : [],
  )
  return [...happened(read).filter(({ what }) => /meeting|vote/.test(what)), ...planned, ...wanted, ...closings(read)].flatMap(
    ({ what, day, place }) => {
      const rest = isWeekend(day)
        ? `a ${weekdayName(day)}`
        : covers(calendar, day) && !isWorkingDay(calendar, day)
          ? 'a bank holiday'
          : undefined
      // 'Sunday 24 November 2019' says it, too.
      const isSaid =
        read.days.some((each) => each.day === day && each.weekday !== undefined) || says(new RegExp(`${longDay(day)} is ${rest}`))
      if (!rest || isSaid) return []
      return [finding('date', ['note', 'certain'], `${longDay(day)}, ${what}, is ${rest}, which the paper does not say.`, place)]
    },
  )
}

type Dated = { readonly what: string; readonly day: CalendarDate; readonly place: Place }

/** 'The November 2019 SEC Release is planned for 7 November 2019.' */
function plannedReleases({ blocks, cover }: PaperRead): readonly Dated[] {
  return blocks.flatMap((block) => {
    const [, name, rest] =
      /\b(?:the )?(\p{Lu}\p{L}+ \d{4} (?:SEC )?Release) (?:is|remains) (?:planned|scheduled|due|targeted|set|expected) (?:for|on) (.{4,30})/u.exec(
        block.text,
      ) ?? []
    const [first] = rest === undefined ? [] : daysIn(rest, cover.month)
    if (name === undefined || !first?.day || first.at > 3) return []
    return [{ what: `the ${name}`, day: first.day, place: placeIn(block, first.written) }]
  })
}

/** 'closes 18 August 2023', 'will close on 18 August 2023'. */
function closings({ blocks, cover }: PaperRead): readonly Dated[] {
  return blocks.flatMap((block) =>
    [...block.text.matchAll(/\bclos(?:e|es|ed|ing)\b:?(?: date)?:?(?: on)? (.{4,30})/gi)].flatMap(([, rest = '']) => {
      const [first] = daysIn(rest, cover.month)
      return first?.day && first.at <= 12
        ? [{ what: 'the day on which a consultation closes', day: first.day, place: placeIn(block, first.written) }]
        : []
    }),
  )
}

/** A release is called by its month. */
function releases({ listings }: PaperRead): readonly Finding[] {
  return listings.flatMap(({ release, place }) => {
    const month = release && monthIn(release.name)
    if (!release?.day || !month || monthOf(release.day) === month) return []
    return [finding('date', ['warning', 'likely'], `The ${release.name} is to be on ${longDay(release.day)}, another month.`, place)]
  })
}

/** One thing on two days. */
function toldTwice(read: PaperRead): readonly Finding[] {
  const { raised, listings, assessments, outcomes } = read
  const told = [
    ...raised.flatMap(({ mention, day, place }) => (day ? [{ what: `the raising of ${mention.canonical}`, day, place }] : [])),
    ...outcomes.flatMap(({ mention, outcome, day, place }) => (day ? [{ what: `${mention.canonical} being ${outcome}`, day, place }] : [])),
    ...listings.flatMap(({ release, place }) => (release?.day ? [{ what: `the ${release.name}`, day: release.day, place }] : [])),
    ...plannedReleases(read),
    ...assessments.flatMap(({ mention, assessmentKind, table, day, place }) =>
      day ? [{ what: `the ${assessmentKind} of ${mention.canonical} (${table})`, day, place }] : [],
    ),
  ]
  return told.flatMap((each, index) => {
    const first = told.find(({ what }) => what === each.what) as (typeof told)[number]
    if (told.indexOf(first) === index || first.day === each.day) return []
    const message = `Two days are told of ${each.what}: ${longDay(first.day)} and ${longDay(each.day)}.`
    return [finding('date', ['error', each.what.includes('(') ? 'possible' : 'certain'], message, first.place, each.place)]
  })
}

/** An assessment that was accepted or returned before its proposal was raised. */
function beforeItsRaising({ raised, assessments }: PaperRead): readonly Finding[] {
  return assessments.flatMap(({ mention, assessmentKind, table, day, place }) => {
    const told = raised.find((each) => each.mention.id === mention.id)
    if (!day || !told?.day || day >= told.day) return []
    const what = table === 'open' ? 'accepted' : table === 'completed' ? 'returned' : 'requested'
    const message = `The ${assessmentKind} of ${mention.canonical} was ${what} on ${longDay(day)}, before ${longDay(told.day)}, when it was raised.`
    return [finding('date', ['error', 'likely'], message, place, told.place)]
  })
}

function monthOfPaper({ cover: { title, month, date } }: PaperRead): readonly Finding[] {
  if (!title || !month || !date || monthOf(date.value) === month) return []
  const message = `The paper of ${longMonth(month)} is dated ${longDay(date.value)}, in another month.`
  return [finding('date', ['warning', 'likely'], message, title.place, date.place)]
}

/** A reference like TABASC_47_1710_20 has the day and month of its meeting: after the paper, and before what the paper waits for. */
function meetingOfPaper({ cover, blocks }: PaperRead): readonly Finding[] {
  const { reference, date, month, before } = cover
  const [, day, of] = /_(\d{2})(\d{2})_/.exec(reference?.value ?? '') ?? []
  const [meeting] = daysIn(`${day ?? ''}/${of ?? ''}/${month?.slice(0, 4) ?? ''}`)
  if (!reference || !date || !meeting?.day || before) return []
  if (meeting.day < date.value) {
    const message = `The reference ${reference.value} is of a meeting on ${longDay(meeting.day)}, before ${longDay(date.value)}, the date of the paper.`
    return [finding('date', ['warning', 'likely'], message, reference.place, date.place)]
  }
  return blocks.flatMap(({ text, lines }) => {
    const [, after] = /\bexpect\w*\b.*\bweek commencing (.{4,40})/i.exec(text) ?? []
    const week = after === undefined ? undefined : daysIn(after, month)[0]?.day
    const [line] = lines
    if (!week || !line || week > (meeting.day as CalendarDate)) return []
    const message = `What is expected in the week commencing ${longDay(week)} waits for a decision, and the reference of the paper is of a meeting on ${longDay(meeting.day as CalendarDate)}, when that week has begun.`
    return [finding('date', ['note', 'likely'], message, { line: line.line, text: line.text.trim() }, reference.place)]
  })
}
