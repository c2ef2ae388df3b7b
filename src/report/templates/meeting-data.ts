import { longDay } from '../../domain/calendar/format.ts'
import { dayOf } from '../../domain/calendar/moment.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { nameOf } from '../../domain/names.ts'
import type { Found, Register } from '../../domain/register.ts'
import { minutesOf, type Texts } from '../meeting/minutes.ts'
import type { meetingFields } from './fields.ts'
import type { DataOf } from './modification-data.ts'

const standings = { 'not held': 'Not held yet', draft: 'Draft', agreed: 'Agreed' } as const

/** What the register tells its reader of a meeting, for its agenda and its minutes: what the page of its minutes says. */
export function meetingData(
  register: Register,
  grammar: ReferenceGrammar,
  meeting: Found<'meeting'>,
  texts: Texts,
): DataOf<typeof meetingFields> {
  const minutes = minutesOf(register, grammar, meeting, texts)
  return {
    code: [...register.subjects.values()].flatMap(({ state }) => (state.kind === 'log' ? state.opened.value.name : []))[0],
    today: longDay(dayOf(register.on)),
    meeting: minutes.title,
    body: nameOf(register, meeting.state.body),
    day: minutes.day,
    number: minutes.number === undefined ? undefined : String(minutes.number),
    standing: minutes.agreed ?? standings[minutes.standing],
    present: minutes.present.map((who) => ({ who })),
    quorum: minutes.quorum.map((line) => ({ line })),
    items: minutes.items.map(({ number, title, for: purpose, papers, decided, conditions }) => ({
      number: String(number),
      item: title,
      purpose: purpose === '' ? undefined : purpose,
      papers: papers.length === 0 ? 'none' : papers.join('; '),
      outcome: [...decided, ...conditions].join('\n'),
    })),
    actions: [...minutes.items.flatMap(({ actions }) => actions), ...minutes.actions].map((action) => ({ action })),
  }
}
