import type { Dated, YearMonth } from '../../domain/calendar/calendar-date.ts'
import { dayAndMonth, longDay, longMonth } from '../../domain/calendar/format.ts'
import type { Consultation } from '../../domain/consultation/consultation.ts'
import type { EventOf } from '../../domain/events.ts'
import { entryAt, type Found } from '../../domain/register.ts'
import { consultationsOf, isExpectedIn } from '../figures/consultations.ts'
import { memberOf, modificationOf } from '../figures/context.ts'
import { ballotsOf } from '../figures/decisions.ts'
import type { Member } from '../figures/figure.ts'
import { type ProposalTimescales, proposalTimescales } from './proposal-timescales.ts'
import { overdueListing } from './refine.ts'
import { type Line, type Listing, line, named, nameOf, type ReportContext, when } from './report-context.ts'
import { countedLine, listing } from './summary.ts'

/** Members, each with what is said of it. */
export type Told = { readonly member: Member; readonly line: Line }
/** Report consultations that are expected together: in one week, of one length, on one condition. */
export type ExpectedTogether = Listing & {
  readonly expected: string
  readonly lengthWorkingDays: number | 'unknown'
  readonly condition: string | 'none told'
}

/** Section 4. */
export type Opine = {
  readonly out: Listing
  readonly expected: readonly ExpectedTogether[]
  /** Said when none is expected. */
  readonly noneExpected?: Line
  readonly overdue?: Listing
  /** One for each day on which the Change Board voted; one that says so where it did not. */
  readonly votes: readonly { readonly line: Line; readonly told: readonly Told[] }[]
  readonly decisions: { readonly line: Line; readonly told: readonly Told[] }
  readonly pending: Listing
  readonly timescales: ProposalTimescales
}

export function opine(context: ReportContext): Opine {
  const expected = expectedTogether(context)
  const overdue = overdueListing(context, 'report')
  return {
    out: listing(context, 'opine.out', 'consultations.report.open'),
    expected,
    ...(expected.length === 0 ? { noneExpected: noneExpected(context) } : {}),
    ...(overdue ? { overdue } : {}),
    votes: votes(context),
    decisions: {
      line: countedLine(context, 'opine.authorityDecisions', context.figures['authority.decisions'].members.length, 'authority.decisions'),
      told: context.figures['authority.decisions'].members.map((member) => ({ member, line: decisionLine(context, member) })),
    },
    pending: listing(context, 'opine.pending', 'authority.pending'),
    timescales: proposalTimescales(context),
  }
}

const noneExpected = ({ words }: ReportContext): Line =>
  line(words.tellCount('opine.expected', 0, { condition: '', when: '', length: '' }), 'consultations.report.expected')

function expectedTogether(context: ReportContext): readonly ExpectedTogether[] {
  const expected = consultationsOf(context, 'report').filter(({ consultation }) => isExpectedIn(context.window, consultation))
  const groups = Map.groupBy(expected, ({ consultation: { planned } }) => JSON.stringify(planned?.value))
  return [...groups.values()].map((together) => {
    const first = together[0]?.consultation as Consultation
    const members = together.map(({ found, consultation }) =>
      memberOf(context, found, consultation.planned ? [consultation.planned.place] : [], {
        item: consultation.id,
        // The sentence speaks of Modification Proposals, and the reference does not yet.
        ...(found.state.proposal ? {} : { note: 'becomes a Modification Proposal once converted' }),
      }),
    )
    return { ...expectation(context, first, members), members }
  })
}

function expectation({ words }: ReportContext, { planned }: Consultation, members: readonly Member[]): Omit<ExpectedTogether, 'members'> {
  const count = members.length
  const told = planned?.value
  const ofSeveral = (condition: string) => (count > 1 ? words.term('conditions', condition) : undefined) ?? condition
  const condition = told?.condition === undefined ? '' : words.phrase('opine.condition', { condition: ofSeveral(told.condition) })
  const days = told?.lengthWorkingDays
  const length = days === undefined ? '' : words.countPhrase('opine.length', days, {})
  const said = words.tellCount('opine.expected', count, { condition, when: expectedWhen(words, told?.expected), length }, members[0]?.label)
  return {
    line: line(said, 'consultations.report.expected'),
    expected: expectedWhen(words, told?.expected),
    lengthWorkingDays: days ?? 'unknown',
    condition: told?.condition ?? 'none told',
  }
}

function expectedWhen(
  words: ReportContext['words'],
  expected: NonNullable<Consultation['planned']>['value']['expected'] | undefined,
): string {
  switch (expected?.kind) {
    case 'week':
      return words.phrase('time.week', { day: dayAndMonth(expected.commencing) })
    case 'day':
      return words.phrase('time.day', { day: longDay(expected.day) })
    case 'month':
      return words.phrase('time.month', { month: longMonth(expected.month as YearMonth) })
    case 'not told':
    case undefined:
      return ''
  }
}

function votes(context: ReportContext): Opine['votes'] {
  const { words, figures } = context
  const days = Map.groupBy(ballotsOf(context), ({ entry }) => JSON.stringify(entry.on))
  if (days.size === 0) return [{ line: line(words.tellCount('opine.votes', 0, { when: '' }), 'ballots.held'), told: [] }]
  return [...days.entries()].map(([on, ballots]) => ({
    line: line(
      words.tellCount('opine.votes', ballots.length, { when: when(words, JSON.parse(on) as Dated) }, (JSON.parse(on) as Dated).to),
      'ballots.held',
    ),
    told: ballots.map(({ found, entry, event }) => {
      const member =
        figures['ballots.held'].members.find(({ places }) => places[0] === entry.place) ?? memberOf(context, found, [entry.place])
      return { member, line: voteLine(context, found, member, event) }
    }),
  }))
}

function voteLine(
  { words }: ReportContext,
  { state: { path } }: Found<'modification'>,
  member: Member,
  event: EventOf<'BallotHeld'>,
): Line {
  const outcome = words.term('outcomes', `${event.capacity} ${event.outcome}`) ?? event.outcome
  const told = { outcome, path: (path && words.term('paths', path.value)) ?? '' }
  return line(words.tell('opine.vote', { proposal: named(member), ...told }, member.label))
}

/** A decision: of one who decides alone, or of a body that voted to decide. */
export function decisionLine(context: ReportContext, member: Member): Line {
  const { words, register } = context
  const found = modificationOf(register, member.subject)
  const entry = found && entryAt(found, member.places[0] ?? 0)
  if (found && entry?.event?.type === 'BallotHeld') return voteLine(context, found, member, entry.event)
  if (entry?.event?.type !== 'Decided') return { text: named(member), figures: [] }
  const { outcome, by } = entry.event
  const told = { outcome: words.term('outcomes', outcome) ?? outcome, by: nameOf(context, by), when: when(words, entry.on) }
  return line(words.tell('opine.decision', { proposal: named(member), ...told }, member.label))
}
