import { type ActOf, broken, fits, type Given, type Rules, type Unfit, unfit } from '../acting/act.ts'
import { actedBy } from '../acting/acted-by.ts'
import type { CalendarDate, YearMonth } from '../calendar/calendar-date.ts'
import { longDay, longMonth } from '../calendar/format.ts'
import { idOf, type Subject } from '../entry.ts'
import { appealBars } from '../modification/appeal-acts.ts'
import { modificationOf, standsIn } from '../modification/standing-of.ts'
import { own } from '../own.ts'
import { refused } from '../refusal.ts'
import { find, scopeOf } from '../register.ts'
import type { DateChange, Release, ReleaseDate, ReleaseKind } from './release.ts'

/** Another date is asked for; `latest`: how far whoever asks would be trusted to move it. */
export type RequestDateChange = ActOf<'RequestDateChange', { readonly to: CalendarDate; readonly latest?: CalendarDate }>
/** `discretionUntil`: the release may then be moved up to that day without asking again. */
export type DecideDateChange = ActOf<
  'DecideDateChange',
  { readonly request: string; readonly outcome: 'agreed' | 'refused'; readonly discretionUntil?: CalendarDate }
>
/** The date is set: to what was agreed, or within the discretion that was left. */
export type SetReleaseDate = ActOf<'SetReleaseDate', { readonly day: CalendarDate }>
export type BaselineScope = ActOf<'BaselineScope'>
/** A part of a modification joins the scope of a release; after the baseline by exception. */
export type AddToScope = ActOf<'AddToScope', { readonly release: Subject; readonly part?: number }>
export type RemoveFromScope = ActOf<'RemoveFromScope', { readonly part?: number }>
/** The release and every part in its scope come into force in one act, with the version of the code that results. */
export type ImplementRelease = ActOf<'ImplementRelease', { readonly version?: string }>
/** A release to come: on a day, in a month, when something happens, or on a date that is not told yet. */
export type PlanRelease = ActOf<
  'PlanRelease',
  {
    readonly id: string
    readonly name: string
    readonly releaseKind: ReleaseKind
    readonly day?: CalendarDate
    readonly month?: string
    readonly event?: string
  }
>
/** A version that the Secretary of State designated, without a modification. */
export type RecordDesignation = ActOf<'RecordDesignation', { readonly number: string }>
export type ReleaseAct =
  | RequestDateChange
  | DecideDateChange
  | PlanRelease
  | RecordDesignation
  | SetReleaseDate
  | BaselineScope
  | AddToScope
  | RemoveFromScope
  | ImplementRelease

const releaseOf = ({ register }: Pick<Given, 'register'>, subject: Subject): Release | undefined =>
  find(register, 'release', idOf(subject))?.state

/** Planned, and not in force. */
function ahead(given: Given, subject: Subject): true | Unfit {
  const release = releaseOf(given, subject)
  if (!release) return unfit('nothing is known of this release on that day', 'plan it first')
  return release.implemented
    ? unfit('the release is in force already', 'give the day on which it was still to come, if it was done then')
    : fits
}

/** On its day or after it; where it waits for an event, or its date is not told, on the day that is told of it. */
function itsDayCame(given: Given, subject: Subject): true | Unfit {
  const date = releaseOf(given, subject)?.date.value
  if (date?.kind === 'day' && given.day < date.day) return tooEarly(given, 'on', longDay(date.day))
  if (date?.kind === 'month' && given.day < `${date.month}-01`) return tooEarly(given, 'in', longMonth(date.month as YearMonth))
  return fits
}

const tooEarly = ({ day }: Given, when: 'on' | 'in', planned: string): Unfit =>
  unfit(
    `it is to come into force ${when} ${planned}, and ${longDay(day)} is before that`,
    `record it ${when} ${planned}, or after`,
    'record first that another date was set, if it came into force earlier',
  )

const agreed = (release: Release | undefined): readonly (readonly [string, DateChange])[] =>
  Object.entries(release?.dateChanges ?? {}).filter(([, { decided }]) => decided?.value.outcome === 'agreed')

const onePart = 1

export const releaseRules: Rules<ReleaseAct> = {
  PlanRelease: {
    row: 'release-in-force',
    fits: () => fits,
    tells: (given, { id, name, releaseKind, day, month, event }) => {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
        return refused(
          `a release is named like 2020-06 in addresses, and “${id}” was given`,
          ['id'],
          ['use small letters, numbers and hyphens'],
        )
      const release: Subject = `release/${id}`
      if (find(given.register, 'release', id)) return refused(`there is a release ${id} already`, ['id'], ['choose another id'])
      const dates: readonly ReleaseDate[] = [
        ...(day === undefined ? [] : [{ kind: 'day', day } as const]),
        ...(month === undefined ? [] : [{ kind: 'month', month } as const]),
        ...(event === undefined ? [] : [{ kind: 'event', event } as const]),
      ]
      if (dates.length > 1)
        return refused('it is planned for more than one date', ['day'], ['give a day, a month or an event, and only one of them'])
      const date = dates[0] ?? ({ kind: 'unknown' } as const)
      return [{ subject: release, event: { type: 'ReleasePlanned', v: 1, name, kind: releaseKind, date } }]
    },
  },
  RecordDesignation: {
    row: 'variation-outside-section-d',
    fits: () => fits,
    tells: (given, { number }) =>
      find(given.register, 'version', number)
        ? refused(`version ${number} is in force already`, ['number'], ['give the number of the version that was designated'])
        : [{ subject: `version/${number}`, event: { type: 'VersionInForce', v: 1, number, cause: 'designation' } }],
  },
  RequestDateChange: {
    row: 'date-change-requested-by',
    fits: ahead,
    tells: (given, { subject, to, latest }) => {
      if (latest !== undefined && latest < to)
        return refused(`${longDay(latest)} is before ${longDay(to)}`, ['latest'], ['give a last day that is not before the day asked for'])
      const of = find(given.register, 'rule', 'date-change-decided-by')?.state.row.value.value
      const request = `${idOf(subject)}/${Object.keys(releaseOf(given, subject)?.dateChanges ?? {}).length + 1}`
      if (of?.kind !== 'word') return refused('no rule says who decides on it', ['date-change-decided-by'], ['record that rule first'])
      return actedBy(given, (by) => [
        {
          event: {
            type: 'DateChangeRequested',
            v: 1,
            request,
            by,
            of: of.word as Subject,
            to,
            ...(latest === undefined ? {} : { latest }),
          },
        },
      ])
    },
  },
  DecideDateChange: {
    row: 'date-change-decided-by',
    fits: (given, subject) => {
      const there = ahead(given, subject)
      if (there !== true) return there
      const open = Object.values(releaseOf(given, subject)?.dateChanges ?? {}).some(({ decided }) => !decided)
      return open ? fits : unfit('no other date is asked for', 'record the request first')
    },
    tells: (given, { request, outcome, discretionUntil }) =>
      actedBy(given, (by) => [
        { event: { type: 'DateChangeDecided', v: 1, request, by, outcome, ...(discretionUntil === undefined ? {} : { discretionUntil }) } },
      ]),
  },
  SetReleaseDate: {
    row: 'date-change-decided-by',
    fits: ahead,
    overwrites: true,
    breaks: (given, { subject, day }) => {
      const changes = agreed(releaseOf(given, subject))
      const last = changes.at(-1)?.[1]
      const limit = last && (last.decided?.value.discretionUntil ?? last.requested.value.to)
      if (limit === undefined)
        return [broken('date-change-decided-by', 'no other date was agreed for this release', 'record the request and its decision first')]
      return day > limit
        ? [
            broken(
              'date-change-decided-by',
              `${longDay(day)} is after ${longDay(limit)}, the latest day that was agreed`,
              `choose a day up to ${longDay(limit)}`,
              'ask for another change of the date',
            ),
          ]
        : []
    },
    tells: (given, { subject, day }) => {
      const under = agreed(releaseOf(given, subject)).at(-1)?.[0]
      return [
        {
          event: {
            type: 'ReleaseDateSet',
            v: 1,
            date: { kind: 'day', day },
            by: given.by,
            ...(under === undefined ? {} : { underRequest: under }),
          },
        },
      ]
    },
  },
  BaselineScope: {
    row: 'release-baselined-by',
    fits: (given, subject) => {
      const there = ahead(given, subject)
      if (there !== true) return there
      return releaseOf(given, subject)?.baselined ? unfit('its scope was baselined before', 'add to it by exception') : fits
    },
    tells: (given) => [{ event: { type: 'ScopeBaselined', v: 1, by: given.by } }],
  },
  AddToScope: {
    row: 'release-exception-by',
    fits: (given, subject) => standsIn(given, subject, 'release'),
    tells: (given, { subject, release, part = onePart }) => {
      const there = ahead(given, release)
      if (there !== true) return refused(there.why, ['release'], there.remedies)
      if (own(modificationOf(given, subject)?.parts ?? {}, String(part))?.release)
        return refused(
          `part ${part} is in the scope of a release already`,
          ['part'],
          ['remove it from that scope first', 'give the number of another part'],
        )
      const exception = releaseOf(given, release)?.baselined ? { exceptionBy: given.by } : {}
      return [{ event: { type: 'Scheduled', v: 1, release, part, ...exception } }]
    },
  },
  RemoveFromScope: {
    row: 'release-exception-by',
    fits: (given, subject) => {
      const there = standsIn(given, subject, 'release')
      if (there !== true) return there
      const parts = Object.values(modificationOf(given, subject)?.parts ?? {})
      return parts.some(({ release, implemented }) => release && !implemented)
        ? fits
        : unfit('it is in the scope of no release that is still to come', 'add it to one first')
    },
    tells: (given, { subject, part = onePart }) => {
      const found = own(modificationOf(given, subject)?.parts ?? {}, String(part))
      return found?.release && !found.implemented
        ? [{ event: { type: 'Unscheduled', v: 1, part } }]
        : refused(`part ${part} is in the scope of no release that is still to come`, ['part'], ['give the number of a part that is'])
    },
  },
  ImplementRelease: {
    row: 'release-in-force',
    warnsFirst: true,
    fits: (given, subject) => {
      const there = ahead(given, subject)
      return there === true ? itsDayCame(given, subject) : there
    },
    breaks: (given, { subject }) =>
      scopeOf(given.register, subject).flatMap((each) => {
        const bar = appealBars(each.state)
        return bar ? [broken(bar.row, `${each.subject}: ${bar.why}`, 'wait for it, or remove it from the scope')] : []
      }),
    tells: (given, { subject, version }) => {
      const scope = scopeOf(given.register, subject).filter(({ state, part }) => !state.parts[part]?.implemented)
      const early = scope.find(({ state }) => state.standing.value.stage !== 'release')
      if (early)
        return refused(
          `${early.subject} is in its scope and is not approved`,
          [early.subject],
          ['record its approval, or remove it from the scope'],
        )
      const number = version === undefined ? {} : { version: `version/${version}` as Subject }
      return [
        ...(version === undefined
          ? []
          : [
              {
                subject: `version/${version}` as Subject,
                event: { type: 'VersionInForce', v: 1, number: version, cause: 'release' } as const,
              },
            ]),
        { event: { type: 'ReleaseImplemented', v: 1, ...(version === undefined ? {} : { version }) } },
        ...scope.map(({ subject: each, part }) => ({
          subject: each,
          event: { type: 'Implemented', v: 1, part, release: subject, ...number } as const,
        })),
      ]
    },
  },
}
