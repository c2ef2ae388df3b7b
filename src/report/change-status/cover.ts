import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { longDay, longMonth } from '../../domain/calendar/format.ts'
import { idOf, type Subject } from '../../domain/entry.ts'
import { nameOf as bodyName } from '../../domain/names.ts'
import { find } from '../../domain/register.ts'
import { nameOf, type ReportContext } from './report-context.ts'

/** The first page; what only a paper tells is unknown where the month has none. */
export type Cover = {
  readonly title: string
  readonly reference: string
  readonly action: string
  readonly classification: string
  /** How documents of its class may be shared. */
  readonly handling: string
  readonly author: string
  readonly date: CalendarDate | 'unknown'
  readonly paper?: { readonly subject: Subject; readonly place: number }
  /** Said where there is no paper, or where the paper is a copy for another body. */
  readonly note?: string
  readonly purpose: readonly string[]
  readonly recommendation: string
  readonly attachments: readonly string[]
}

export function cover(context: ReportContext): Cover {
  const { words, window, paper, own } = context
  const month = longMonth(window.month)
  const always = {
    title: words.say('cover.title', { month }),
    recommendation: words.say('cover.recommendation', {}),
  }
  const purpose = words.say('cover.purpose', {})
  if (!paper && own)
    return {
      ...always,
      ...withoutPaper,
      classification: words.term('classes', own.classification) ?? own.classification,
      handling: handlingOf(context, own.classification),
      author: own.author === 'unknown' ? 'unknown' : nameOf(context, own.author),
      date: own.date,
      purpose: [purpose],
    }
  if (!paper) return { ...always, ...withoutPaper, purpose: [purpose], note: words.say('cover.noPaper', { month }) }
  const { value, on, place } = paper.state.issued
  return {
    ...always,
    reference: value.reference,
    action: value.action,
    classification: words.term('classes', value.classification) ?? value.classification,
    handling: handlingOf(context, value.classification),
    author: value.author,
    date: on.to,
    ...beforeWhom(context, value.before),
    paper: { subject: paper.subject, place },
    purpose: value.attachments.length > 0 ? [purpose, words.say('cover.appendix', {})] : [purpose],
    attachments: value.attachments,
  }
}

/** A copy for another body than the one that its recommendation asks says so. */
function beforeWhom({ register, words }: ReportContext, before: Subject | undefined): Pick<Cover, 'note'> {
  const meeting = before && find(register, 'meeting', idOf(before))?.state
  if (!meeting || meeting.body === words.term('bodies', 'panel')) return {}
  return { note: words.say('cover.before', { body: bodyName(register, meeting.body), day: longDay(meeting.day) }) }
}

const withoutPaper = {
  reference: 'unknown',
  action: 'unknown',
  classification: 'unknown',
  handling: 'unknown',
  author: 'unknown',
  date: 'unknown',
  attachments: [],
} as const

function handlingOf({ words }: ReportContext, classification: string): string {
  const handling = words.term('classes', `${classification} handling`) ?? words.say('cover.handlingUnknown', {})
  return words.say('cover.classification', { class: words.term('classes', classification) ?? classification, handling })
}
