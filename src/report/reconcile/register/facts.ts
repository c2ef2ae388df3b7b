import { dated, longDay } from '../../../domain/calendar/format.ts'
import { nameOf } from '../../../domain/names.ts'
import { all, entryAt, find, type Register, subjectAt } from '../../../domain/register.ts'
import { type ReportContext, nameOf as runningName } from '../../change-status/report-context.ts'
import { referenceOf } from '../../figures/context.ts'
import { heldMeetings } from '../../figures/meetings.ts'
import type { About, Judged } from '../claim.ts'
import { plainTitle, withoutArticle } from '../itself/names.ts'
import { contradicted, holds, notSupported } from './judged.ts'

type Of<K extends About['is']> = Extract<About, { is: K }>

const UNKNOWN = 'the register does not know this proposal at that day'

export function judgeReference({ id }: Of<'reference'>, { register, grammar }: ReportContext): Judged {
  const found = find(register, 'modification', id)
  return found ? holds(`the register has ${referenceOf(grammar, found)}`) : notSupported(UNKNOWN)
}

export function judgeTitle({ id, title }: Of<'title'>, { register }: ReportContext): Judged {
  const found = find(register, 'modification', id)
  if (!found) return notSupported(UNKNOWN)
  if (found.state.titles.length === 0) return notSupported('no source in the register tells its title by that day')
  const same = found.state.titles.find(({ value }) => plainTitle(value) === plainTitle(title))
  if (same) return holds('the register has the same title')
  return contradicted(`the paper calls it ‘${title}’, and the register ‘${found.state.title?.value}’`, 'likely')
}

export function judgeRaiser({ id, name }: Of<'raiser'>, context: ReportContext): Judged {
  const found = find(context.register, 'modification', id)
  const proposer = found?.state.proposer?.value
  if (!found) return notSupported(UNKNOWN)
  if (proposer === undefined) return notSupported('no source in the register tells who raised it')
  const names = found.state.proposers.flatMap(({ value }) => namesOf(value, context))
  if (names.some((each) => sameName(each, name))) return holds('the register has the same')
  return contradicted(`the paper tells ${name}, and the register ${runningName(context, proposer)}`, 'likely')
}

function namesOf(subject: Parameters<typeof nameOf>[1], context: ReportContext): readonly string[] {
  const former =
    find(context.register, 'organisation', subject.slice(subject.indexOf('/') + 1))?.state.names.map(({ value }) => value) ?? []
  return [nameOf(context.register, subject), runningName(context, subject), ...former]
}

const sameName = (a: string, b: string) => withoutArticle(a).toLowerCase() === withoutArticle(b).toLowerCase()

export function judgeRaised({ id, day }: Of<'raised'>, { register }: ReportContext): Judged {
  const found = find(register, 'modification', id)
  if (!found) return notSupported(UNKNOWN)
  const raised = found.state.raised
  if (!raised) return notSupported('no source in the register tells when it was raised')
  if (raised.on.from <= day && day <= raised.on.to) return holds(`the register has ${dated(raised.on)}`)
  return contradicted(
    `the paper tells ${longDay(day)}, and the register ${dated(raised.on)}`,
    raised.on.basis === 'stated' ? 'likely' : 'possible',
  )
}

const outcomes: Readonly<Record<Of<'outcome'>['outcome'], readonly [string, string]>> = {
  'recommended for approval': ['recommend', 'approve'],
  'recommended for rejection': ['recommend', 'reject'],
  approved: ['decide', 'approve'],
  rejected: ['decide', 'reject'],
}

/** A vote, or a decision of one that decides alone. */
export function judgeOutcome({ id, outcome, path }: Of<'outcome'>, { register, words }: ReportContext): Judged {
  const found = find(register, 'modification', id)
  if (!found) return notSupported(UNKNOWN)
  const { ballots, decisions, path: onPath } = found.state
  if (ballots.length === 0 && decisions.length === 0)
    return notSupported('no source in the register tells of a vote or decision by that day')
  const [capacity, how] = outcomes[outcome]
  const voted = ballots.some(({ value }) => value.capacity === capacity && value.outcome === how)
  const decided = capacity === 'decide' && decisions.some(({ value }) => value.outcome === how)
  if (!voted && !decided) {
    const last = ballots.at(-1)?.value ?? decisions.at(-1)?.value
    return contradicted(
      `the paper tells “${outcome}”, and the register ${last && 'capacity' in last ? `${last.capacity} ` : ''}${last?.outcome}`,
      'likely',
    )
  }
  const called = onPath && words.term('paths', onPath.value)
  if (path !== undefined && called !== undefined && !called.toLowerCase().includes(path.toLowerCase()))
    return contradicted(`the paper tells “${path}”, and the register ${called}`, 'likely')
  return holds('the register has the same outcome')
}

export function judgeHeld({ what, day }: Of<'held'>, context: ReportContext): Judged {
  if (what === 'working group') {
    const days = heldMeetings(context)
      .filter(({ state }) => state.body === context.bodies.workingGroup)
      .map(({ state }) => state.held?.on.to ?? state.day)
    return judgeDay(day, days, 'the Working Group met')
  }
  const ballots = all(context.register, 'modification').flatMap(({ state }) =>
    state.ballots.filter(({ value }) => value.body === context.bodies.changeBoard).map(({ on }) => on.to),
  )
  return judgeDay(
    day,
    ballots.filter((each) => context.window.from < each && each <= context.window.to),
    'the Change Board voted',
  )
}

function judgeDay(day: Of<'held'>['day'], days: readonly Of<'held'>['day'][], what: string): Judged {
  if (days.length === 0) return notSupported(`the register does not know when ${what}`)
  if (days.includes(day)) return holds('the register has the same day')
  return contradicted(`in the register ${what} on ${days.map(longDay).join(' and ')}`, 'likely')
}

/** Pages of this register itself, as our own papers link to them. */
const OWN = /^https?:\/\/[^/]+\/sec\/(?:register|reports|figures|releases|meetings|[A-Z]{2,6}\d{2,4}[A-Z]?)\b/

/** An address is known where a source told of it. */
export function judgeLink({ address }: Of<'link'>, { register }: ReportContext): Judged {
  if (OWN.test(address)) return holds('it is a page of this register')
  const path = /^https?:\/\/[^/]+(\/.*?)\/?$/.exec(address)?.[1]
  const found = path && [path, `${path}/`].map((each) => subjectAt(register, each)).find((each) => each !== undefined)
  if (!found) return notSupported('no source in the register tells of this address by that day')
  return holds(`the register has it as the address of ${nameOf(register, found.subject)}`)
}

export function judgePaper({ field }: Of<'paper'>, value: string | number, { paper, register }: ReportContext): Judged {
  if (!paper) return notSupported('the register does not have this paper')
  const { issued } = paper.state
  const known = field === 'date' ? longDay(issued.on.to) : issued.value.reference
  if (known === value) return holds('the register has the same')
  const source = entryAt(paper, issued.place)?.source?.title
  return contradicted(
    `the paper tells ${value}, and the register ${known}${source ? ` (${source})` : ''}`,
    register.known > 0 ? 'likely' : 'possible',
  )
}

/** Names that the register knows: of bodies and organisations. */
export const knownNames = (register: Register): readonly string[] => [
  ...all(register, 'organisation').flatMap(({ state }) => state.names.map(({ value }) => value)),
  ...all(register, 'body').map(({ state }) => state.name.value),
]
