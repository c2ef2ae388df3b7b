import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { dayOf, type Moment } from '../../domain/calendar/moment.ts'
import { isWorkingDay } from '../../domain/calendar/working-days.ts'
import type { Duty } from '../../domain/duty/duty.ts'
import { idOf, kindOf, type Subject } from '../../domain/entry.ts'
import { heldSeconds } from '../../domain/notice/hold.ts'
import { type Reminding, remindersOf, waitsStill, weeklyDays } from '../../domain/notice/timed.ts'
import { publicReader } from '../../domain/reader.ts'
import { find, type Register } from '../../domain/register.ts'
import type { Contact, Matter, NewNotice } from '../../log/notices.ts'
import { mayTouch } from '../../report/party/touching.ts'
import type { App } from '../app.ts'
import { earlier } from '../people/sessions.ts'

/** One thing of which contacts will be told on a day, without any act: an answer that is due, or the mail of a week. */
export type ToCome = {
  readonly from: Moment
  /** Absent: the weekly mail. */
  readonly duty?: Duty
  readonly day: CalendarDate
  readonly contacts: readonly Contact[]
}

/** Whom reminders and the weekly mail will tell, the first first, judged by what is public: contacts read nothing else. */
export async function toCome(app: App): Promise<readonly ToCome[]> {
  const register = app.live.now((await app.stamp()).moment, publicReader)
  const contacts = await reached(app)
  const week = weeklyDays(register)
  const whole = app.live.whole(register.on)
  const weekly = week && contacts.filter(({ weeklySince }) => weeklySince !== undefined)
  return [
    ...remindersAmong(register, contacts),
    ...(week && weekly?.length ? [{ from: week.next, day: dayOf(week.next), contacts: weekly }] : []),
  ]
    .filter((each) => each.from > register.on && !('duty' in each && !waitsStill(whole, each.duty)))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/**
 * Puts into the outbox what a day brings: each once for each contact, however often and by whomever this is asked. It rests there like all
 * else, and its words are made when it leaves.
 */
export async function collectTimed(app: App): Promise<void> {
  const register = app.live.now((await app.stamp()).moment, publicReader)
  const contacts = await reached(app)
  const week = weeklyDays(register)
  const weekly = week ? contacts.filter(({ weeklySince }) => weeklySince !== undefined && weeklySince < week.last) : []
  const whole = app.live.whole(register.on)
  const reminders = isWorkingDay(register.calendar, dayOf(register.on))
    ? remindersAmong(register, contacts).filter(({ from, duty }) => from <= register.on && waitsStill(whole, duty))
    : []
  const seconds = heldSeconds(whole)
  const envelope = { positions: [], heldUntil: earlier(app.people.now(), -1_000 * seconds) }
  await app.notices.add([
    ...weekly.map((contact): NewNotice => {
      const day = dayOf(week?.last ?? register.on)
      return { ...envelope, ...recipientOf(contact), command: `weekly/${day}`, why: 'weekly', matter: { kind: 'weekly', day } }
    }),
    ...reminders.flatMap(({ duty, day, contacts: told }) =>
      told.map((contact): NewNotice => {
        const { kind, of, subject, item = '' } = duty
        const matter = { kind: 'reminder', duty: kind, of, subject, item, day } as const
        return {
          ...envelope,
          ...recipientOf(contact),
          command: `reminder/${kind}/${of}/${subject}/${item}/${day}`,
          why: 'reminder',
          matter,
        }
      }),
    ),
  ])
}

const recipientOf = ({ id, of, address }: Contact) => ({ recipient: `contact/${id}`, listensFor: [of], address })

const reached = async ({ notices }: App): Promise<readonly Contact[]> =>
  (await notices.contacts()).filter(
    ({ verifiedAt, bouncedAt, leftAt }) => verifiedAt !== undefined && bouncedAt === undefined && leftAt === undefined,
  )

/** The reminders of those who want them: of a consultation, who is told of consultations, where it may touch those for whom they read. */
function remindersAmong(register: Register, contacts: readonly Contact[]) {
  const wanting = contacts.filter(({ unreminded, weeklySince }) => !unreminded && weeklySince === undefined)
  return [...Map.groupBy(wanting, ({ of }) => of)].flatMap(([of, some]) =>
    remindersOf(register, of).flatMap((reminding): readonly (Reminding & { readonly contacts: readonly Contact[] })[] => {
      const told = some.filter(({ wants }) => reminding.duty.kind !== 'respond' || wants.includes('consultations'))
      return told.length > 0 && isTheirs(register, of, reminding.duty) ? [{ ...reminding, contacts: told }] : []
    }),
  )
}

const isTheirs = (register: Register, of: Subject, { kind, subject }: Duty): boolean =>
  kind !== 'respond' ||
  mayTouch(
    find(register, 'modification', idOf(subject))?.state,
    kindOf(of) === 'organisation' ? find(register, 'organisation', idOf(of))?.state.category?.value : undefined,
  )

/** What a reminder tells of, where it still waits; undefined once it was answered, or its day moved. */
export function stillDue(
  register: Register,
  whole: Register,
  { duty: kind, of, subject, item, day }: Matter & { readonly kind: 'reminder' },
): Duty | undefined {
  const found = remindersOf(register, of).find(
    (each) => each.duty.kind === kind && each.duty.subject === subject && (each.duty.item ?? '') === item && each.day === day,
  )
  return found && waitsStill(whole, found.duty) ? found.duty : undefined
}
