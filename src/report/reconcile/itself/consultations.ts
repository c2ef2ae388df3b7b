import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { dayOf } from '../../../domain/calendar/moment.ts'
import { type Register, ruleOn } from '../../../domain/register.ts'
import { type Finding, finding } from '../finding.ts'
import { placeIn } from '../paper.ts'
import { numberOf, withNumber } from '../reading/numbers.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import type { TopicId } from '../reading/topics.ts'

/** Consultations: which are out and expected at once, and how long they are to be open. */
export function consultationChecks(read: PaperRead, register: Register): readonly Finding[] {
  return [
    ...outAndExpected(read, 'consultations.refinement.open', 'consultations.refinement.expected'),
    ...outAndExpected(read, 'consultations.report.open', 'consultations.report.expected'),
    ...tooLong(read, register),
  ]
}

/** A consultation that is out is not still to be issued. */
function outAndExpected({ listings }: PaperRead, out: TopicId, expected: TopicId): readonly Finding[] {
  const of = (id: TopicId) =>
    listings.filter(({ topic }) => topic?.id === id).flatMap(({ items }) => items.flatMap(({ mention }) => mention ?? []))
  return of(expected).flatMap((mention) => {
    const other = of(out).find(({ id }) => id === mention.id)
    if (!other) return []
    const message = `${mention.written} is out for consultation in one list, and expected to be issued for it in another.`
    return [finding('lists', ['warning', 'likely'], message, other.place, mention.place)]
  })
}

const OPEN_FOR = withNumber('\\b(?:open )?for # Working Days\\b')

/** Against the rule that bounds a Modification Report Consultation, where one is in force. */
function tooLong({ blocks, listings, cover }: PaperRead, register: Register): readonly Finding[] {
  const day: CalendarDate = cover.date?.value ?? dayOf(register.on)
  const value = ruleOn(register, 'mrc-length-maximum', day)?.value.value
  if (value?.kind !== 'working days') return []
  const sentences = listings.filter(({ topic }) => topic?.id === 'consultations.report.expected').map(({ sentence }) => sentence)
  return blocks
    .filter(({ text }) => sentences.some((sentence) => text.includes(sentence)))
    .flatMap((block) => {
      const told = numberOf(OPEN_FOR.exec(block.text)?.[1] ?? '')
      if (told === undefined || told <= value.days) return []
      const message = `A Modification Report Consultation is to be open for ${told} Working Days, and is no longer than ${value.days}.`
      return [finding('duration', ['warning', 'likely'], message, placeIn(block, 'Working Days'))]
    })
}
