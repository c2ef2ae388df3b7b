import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { longDay } from '../../../domain/calendar/format.ts'
import { all, type Found, type Register } from '../../../domain/register.ts'
import type { ReportContext } from '../../change-status/report-context.ts'
import type { About, Judged } from '../claim.ts'
import { contradicted, holds, notSupported } from './judged.ts'

/** 'November 2019 SEC Release' is named so, whatever the capitals and whether 'the' stands before it. */
export const releaseNamed = (name: string, written: string): boolean => plain(name) === plain(written)
const plain = (text: string) => text.toLowerCase().replace(/^the /, '').replace(/\s+/g, ' ').trim()

const releaseIn = (register: Register, written: string): Found<'release'> | undefined =>
  all(register, 'release').find(({ state }) => releaseNamed(state.name, written))

export function judgeReleaseDate({ release: name, day }: Extract<About, { is: 'release date' }>, { register }: ReportContext): Judged {
  const release = releaseIn(register, name)
  if (!release) return notSupported('the register does not know this release at that day')
  const { date } = release.state
  if (date.value.kind !== 'day') return notSupported('the register knows no day of it')
  if (date.value.day === day) return holds('the register has the same day')
  return contradicted(`the paper tells ${longDay(day)}, and the register ${longDay(date.value.day)}`, 'likely')
}

export function judgeDateRequest({ release: name, on, to }: Extract<About, { is: 'date request' }>, { register }: ReportContext): Judged {
  const release = name === undefined ? undefined : releaseIn(register, name)
  if (!release) return notSupported('the register does not know this release at that day')
  const changes = Object.values(release.state.dateChanges).map(({ requested }) => requested)
  const same = changes.find(({ value }) => value.to === to)
  if (!same) {
    const [other] = changes
    if (!other) return notSupported('the register knows no request for another date of it')
    return contradicted(`the paper tells ${longDay(to)}, and the register a request for ${longDay(other.value.to)}`, 'likely')
  }
  const asked: CalendarDate = same.on.to
  if (on && asked !== on)
    return contradicted(`the paper tells a letter of ${longDay(on)}, and the register one of ${longDay(asked)}`, 'likely')
  return holds('the register has the same request')
}
