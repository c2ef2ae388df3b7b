import { addDays, type CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { all, type Found } from '../../domain/register.ts'
import { counted, type FigureContext, modificationsIn } from './context.ts'
import type { DerivedFigure } from './figure.ts'

/** In days: how far back a release that is in force is still shown. */
const BACK = 365

/** A release with its day: of coming into force, or as it is planned; absent where no day is told. */
export type CalendarRelease = {
  readonly release: Found<'release'>
  readonly day?: CalendarDate
  readonly isInForce: boolean
  readonly scope: number
}

export function releaseCalendar(context: FigureContext): DerivedFigure {
  const members = calendarReleases(context).map(({ release }) => ({
    subject: release.subject,
    label: release.state.name,
    places: [release.state.implemented?.place ?? release.state.date.place],
  }))
  return counted(context, 'releases.calendar', members)
}

/** To come, or in force for no longer than a year, in order of their days; last those without one. */
export function calendarReleases({ register, window }: FigureContext): readonly CalendarRelease[] {
  const releases = all(register, 'release').map((release) => {
    const { implemented, date } = release.state
    const day = implemented?.on.to ?? (date.value.kind === 'day' ? date.value.day : undefined)
    return { release, isInForce: implemented !== undefined, scope: scopeOf(register, release), ...(day === undefined ? {} : { day }) }
  })
  return releases
    .filter(({ isInForce, day }) => !isInForce || (day !== undefined && day > addDays(window.asAt, -BACK)))
    .sort((a, b) => ((a.day ?? '9999') < (b.day ?? '9999') ? -1 : 1))
}

const scopeOf = (register: FigureContext['register'], { subject }: Found<'release'>): number =>
  modificationsIn(register).filter(({ state }) => Object.values(state.parts).some(({ release }) => release?.value === subject)).length
