import { addMonths, type CalendarDate, firstOf, monthOf } from '../../../domain/calendar/calendar-date.ts'
import { longDay } from '../../../domain/calendar/format.ts'
import { type Finding, finding } from '../finding.ts'
import { type Place, placeIn } from '../paper.ts'
import { daysIn } from '../reading/days.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import { happened } from './days.ts'

/** What is told as news of before the paper's time, and what is told as to come that would be past. */
export function periodChecks(read: PaperRead): readonly Finding[] {
  return [...beforeThePeriod(read), ...past(read)]
}

type Begin = { readonly day: CalendarDate; readonly why: string; readonly isStated: boolean; readonly places: readonly Place[] }

function beforeThePeriod(read: PaperRead): readonly Finding[] {
  const begin = beginOf(read)
  if (!begin) return []
  return happened(read)
    .filter(({ what, day }) => day < begin.day && !what.startsWith('the request'))
    .map(({ what, day, place }) => {
      const message = `${what.replace(/^the/, 'The')} was on ${longDay(day)}, before ${longDay(begin.day)}, ${begin.why}.`
      return finding('period', ['warning', begin.isStated ? 'likely' : 'possible'], message, place, ...begin.places)
    })
}

/** 'It covers 8 October 2022 to 4 November 2022', '“this month” runs from 6 February 2021 to 5 March 2021'. */
const STATED = /\b(?:covers?|runs?|report(?:s|ing)? period|window)\b/i

/** From when the paper tells, as it says; else the month before its own, in which the last paper was. */
function beginOf({ blocks, cover }: PaperRead): Begin | undefined {
  if (cover.window) return undefined
  for (const block of blocks) {
    if (!STATED.test(block.text)) continue
    const days = daysIn(block.text, cover.month).flatMap(({ day }) => day ?? [])
    const [from, to] = days
    if (days.length === 2 && from && to && from < to && (cover.date === undefined || to <= cover.date.value))
      return { day: from, why: 'when the time began that the paper covers', isStated: true, places: [placeIn(block)] }
  }
  if (!cover.date || !cover.month || monthOf(cover.date.value) !== cover.month) return undefined
  return { day: firstOf(addMonths(cover.month, -1)), why: 'in the time of an earlier paper', isStated: false, places: [] }
}

/** 'is to be implemented on 1 October 2022' in a paper of November; a release to come whose day is over. */
function past({ blocks, listings, cover }: PaperRead): readonly Finding[] {
  const until = cover.date?.value
  if (!until) return []
  const planned = blocks.flatMap((block) => {
    const [, after] =
      /\b(?:is|are) to (?:be (?:implemented|released|issued|held)|come into force)\b[^.]*? on (.{4,30})/i.exec(block.text) ?? []
    const [first] = after === undefined ? [] : daysIn(after, cover.month)
    return first?.day && first.at <= 12 ? [{ day: first.day, place: placeIn(block) }] : []
  })
  const releases = listings.flatMap(({ release, place }) => (release?.day ? [{ day: release.day, place }] : []))
  return [...planned, ...releases]
    .filter(({ day }) => day < until)
    .map(({ day, place }) =>
      finding(
        'date',
        ['error', 'likely'],
        `${longDay(day)} is told as to come, and is before ${longDay(until)}, the date of the paper.`,
        place,
      ),
    )
}
