import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import type { Duty, DutyDue, DutyKind } from '../../domain/duty/duty.ts'
import { idOf } from '../../domain/entry.ts'
import { find, type Register } from '../../domain/register.ts'
import { wordIn } from '../../domain/rulebook/words.ts'
import { capitalised } from './capitalised.ts'
import { assessmentName, consultationName, seatName } from './event-sentence.ts'
import type { Names } from './sentence-names.ts'

/** What is to be done, as an order: 'Accept the Preliminary Assessment', 'Decide on the modification'. */
export function dutyText(duty: Duty, register: Register, names: Names): string {
  return texts[duty.kind](duty, register, names)
}

const texts: Record<DutyKind, (duty: Duty, register: Register, names: Names) => string> = {
  'accept assessment': ({ item = '' }, _, { words }) => `Accept the ${assessmentName(item, words)}, or decline it`,
  'return assessment': ({ item = '' }, _, { words }) => `Return the ${assessmentName(item, words)}`,
  'approve request': ({ item = '' }, _, { words }) => `Decide on the request for the ${assessmentName(item, words)}`,
  'answer information': ({ fields }, _, { words }) => `Answer a question on the ${assessmentName(fields?.assessment ?? '', words)}`,
  'decide urgency': () => 'Decide whether it is urgent',
  'decide appeal': () => 'Decide on the appeal',
  'decide referral': () => 'Decide on the referral',
  'review draft': () => 'Review the draft as its critical friend',
  'raise draft': () => 'The review came back: raise it, or submit it again',
  'decide date change': ({ subject, item = '' }, register) => {
    const to = find(register, 'release', idOf(subject))?.state.dateChanges[item]?.requested.value.to
    return `Decide whether it moves${to ? ` to ${longDay(to)}` : ''}`
  },
  'take step': ({ item = '' }, register) => capitalised(wordIn(register, 'words-next-acts', item)),
  'issue consultation': ({ item = '' }, _, { words }) => `Issue the ${consultationName(item, words)}`,
  'answer responses': ({ item = '' }, _, { words }) => `Answer the responses to the ${consultationName(item, words)}`,
  'look at hold': () => 'Look again at why it is on hold',
  'confirm release': () => 'Confirm that it came into force',
  'record meeting': () => 'Record what was decided',
  'do action': ({ subject, item = '' }, register) =>
    find(register, 'meeting', idOf(subject))?.state.actions[item]?.placed.value.what ?? `Action ${item}`,
  vote: ({ item = '' }) => `Vote in ${seatName(item)}`,
  'prepare vote': ({ item = '' }) => `Say how ${seatName(item)} is to vote`,
  respond: ({ item = '' }, _, { words }) => `Respond to the ${consultationName(item, words)}`,
  'may adopt': () => 'It is being withdrawn: you may adopt it',
  'may appeal': () => 'You may appeal against the decision',
}

const clocks: Record<DutyDue['by'], string> = {
  target: 'due',
  'own target': 'own target',
  expected: 'expected',
  set: 'by',
  closes: 'by',
  meeting: 'at the meeting of',
  release: 'was to come into force on',
  plan: 'planned by',
  review: 'review on',
  action: 'due',
}

/** Its day with where that comes from, and how far off it is: 'due 4 November 2019' and '3 Working Days left'. */
export function clockText(due: DutyDue, today: CalendarDate): { readonly day: string; readonly left: string; readonly isOver: boolean } {
  const isOver = due.day < today
  const count = Math.abs(due.left ?? 0)
  const days = count === 1 ? '1 Working Day' : `${count} Working Days`
  const left = due.day === today ? 'today' : due.left === undefined ? '' : isOver ? `${days} past` : `${days} left`
  return { day: `${clocks[due.by]} ${longDay(due.day)}`, left, isOver }
}
