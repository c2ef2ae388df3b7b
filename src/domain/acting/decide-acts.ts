import { actorOf, mayAct, mayPublish, type Principal } from '../access.ts'
import { admit } from '../admit.ts'
import { on as stated } from '../calendar/calendar-date.ts'
import { longDay, longMoment } from '../calendar/format.ts'
import { compareText, dayOf, type LocalTime, type Moment, moment, timeOf } from '../calendar/moment.ts'
import { evidenceTelling } from '../document/acts.ts'
import { type Capacity, classifications, type Entry, type Proposed, type Subject, type TextId } from '../entry.ts'
import { isRefused, type Refused, refused, type Verdict } from '../refusal.ts'
import { all, type Register } from '../register.ts'
import { believed } from '../replay.ts'
import type { Broken, Given, Recorded, Telling } from './act.ts'
import { rowFor } from './act.ts'
import { type ActLog, logWith } from './act-log.ts'
import { type Act, ruleOf } from './acts.ts'
import { nthAfter } from './nth-after.ts'

/** What is kept of the acts that cannot stand: nothing, or each as noted, waiting for a person. */
export type WhenUnfit = 'refuse' | 'note'

export type ActContext = {
  readonly log: ActLog
  readonly now: Moment
  readonly principal: Principal
  /** The real instant of the recording (UTC). */
  readonly instant?: string | undefined
  /** The idempotency key of the command: names what waits. */
  readonly key: string
  /** Whether a reason was asked for before, in the log as who acts sees it: what he may not see asks for none. */
  readonly reasonsGiven?: boolean
}

/** One act with what became of it: recorded, or waiting with why; `warnings` are rows that only inform. */
export type ActOutcome = {
  readonly act: Act
  readonly proposed: readonly Proposed[]
  readonly warnings: readonly Warning[]
  readonly waiting?: Refused
}
export type Warning = { readonly row: string; readonly clause: string; readonly why: string }

export type DecidedActs = { readonly proposed: readonly Proposed[]; readonly outcomes: readonly ActOutcome[] }

/**
 * Judges acts as one set, whatever order they were typed in: each in the register just before it, with what the others of the set record
 * before. An act that does not fit is tried again after the others. What never fits refuses the set, or waits as noted.
 */
export function decideActs(acts: readonly Act[], whenUnfit: WhenUnfit, context: ActContext): Verdict<DecidedActs> {
  if (acts.length === 0) return refused('there is no act in this set', [], ['give at least one'])
  const inTime = acts.toSorted(
    (a, b) => compareText(momentOfAct(a, context.now), momentOfAct(b, context.now)) || (a.recorded?.nth ?? 0) - (b.recorded?.nth ?? 0),
  )
  const { done, refusals } = inSomeOrder(inTime, context)
  const first = inTime.find((act) => refusals.has(act) && (whenUnfit === 'refuse' || !mayWait(act, refusals.get(act), context.now)))
  if (first) return refusals.get(first) as Refused
  const outcomes = acts.map((act, index) => done.get(act) ?? waitingFor(act, refusals.get(act) as Refused, index, context))
  const waiting = outcomes.filter(({ act }) => !done.has(act))
  return { proposed: [...done.values(), ...waiting].flatMap(({ proposed }) => proposed), outcomes }
}

type Tried = { readonly done: ReadonlyMap<Act, ActOutcome>; readonly refusals: ReadonlyMap<Act, Refused> }

/** Of one day the order of typing tells nothing: what does not fit goes first in the next try. The try that leaves least unfit is taken. */
function inSomeOrder(acts: readonly Act[], context: ActContext): Tried {
  let order = acts
  let tried = inOrder(order, context)
  let best = tried
  for (let tries = 1; tries < 2 * acts.length && best.refusals.size > 0; tries++) {
    const { refusals } = tried
    order = [...order.filter((act) => refusals.has(act)), ...order.filter((act) => !refusals.has(act))]
    tried = inOrder(order, context)
    if (tried.refusals.size < best.refusals.size) best = tried
  }
  return best
}

/** One act after another; what does not fit is tried again after the rest. */
function inOrder(acts: readonly Act[], context: ActContext): Tried {
  let log = context.log
  const own = log.nextPosition
  const done = new Map<Act, ActOutcome>()
  const refusals = new Map<Act, Refused>()
  let pending = acts
  for (let before = -1; before !== pending.length; ) {
    before = pending.length
    pending = pending.filter((act) => {
      const outcome = decideAct(act, { ...context, log, before: own })
      const next = isRefused(outcome) ? log : logWith(log, outcome.proposed)
      // What stands only with the rest is tried again after it.
      const stands = isRefused(outcome) || admit(log, next.entries.slice(log.entries.length), context.now)
      if (isRefused(outcome)) refusals.set(act, outcome)
      else if (isRefused(stands)) refusals.set(act, cited(withRemedy(stands), act, context))
      else {
        const once = toldOnce(done, outcome, own)
        log =
          once === outcome
            ? next
            : logWith(
                context.log,
                [...done.values(), once].flatMap(({ proposed }) => proposed),
              )
        done.set(act, once)
        refusals.delete(act)
        return false
      }
      return true
    })
  }
  return { done, refusals }
}

/**
 * What a set tells, and tells again, is told once, as it is told last: a vote that is cast and published at once. `done` is what was told
 * before, from the position `first` on.
 */
function toldOnce(done: Map<Act, ActOutcome>, outcome: ActOutcome, first: number): ActOutcome {
  const again = new Map(
    outcome.proposed.flatMap(({ refills, ...told }) => (refills !== undefined && refills >= first && told.event ? [[refills, told]] : [])),
  )
  if (again.size === 0) return outcome
  let position = first
  for (const [act, before] of done) done.set(act, { ...before, proposed: before.proposed.map((told) => again.get(position++) ?? told) })
  return { ...outcome, proposed: outcome.proposed.filter(({ refills }) => refills === undefined || !again.has(refills)) }
}

/** What cannot stand beside what is recorded stands once that is mended. */
const withRemedy = (refusal: Refused): Refused =>
  refusal.remedies.length > 0
    ? refusal
    : { ...refusal, remedies: [`mend ${refusal.about.join(', ') || 'what follows it'} first, or in the same set`] }

/** The first position of the set: what comes from there on is its own. */
type Before = { readonly before: number }

/** One act: who may, whether it fits, which rows it breaks, what it records. */
function decideAct(act: Act, context: ActContext & Before): Verdict<ActOutcome> {
  const told = act.recorded ?? {}
  const early = receivedInTime(told, context.now) ?? forOthersOnly(told, context)
  if (early) return cited(early, act, context)
  const rule = ruleOf(act.act)
  const earlier = rule.nowOnly && isOfAnotherTime(told)
  if (earlier)
    return cited(refused('this is done now, and of no other time', ['on'], ['leave the day, the time and the order empty']), act, context)
  const given = givenFor(act, context)
  if (isRefused(given)) return given
  const verdict = mayAct(given, context.principal, act)
  if (isRefused(verdict)) return cited(verdict, act, context)
  const kept = embargoFits(told, context)
  if (kept !== true) return cited(kept, act, context)
  const changed = rule.overwrites && told.seen !== undefined && changedSince(act, told.seen, context)
  if (changed) return cited(changed, act, context)
  const fit = rule.fits(given, act.subject)
  if (fit !== true) return cited(refused(fit.why, [act.subject], fit.remedies), act, context)
  const judged = judge(rule.breaks?.(given, act) ?? [], given, told, context)
  if (isRefused(judged)) return judged
  const tellings = rule.tells(given, act)
  if (isRefused(tellings)) return cited(tellings, act, context)
  const proposed = proposals(withEvidence(tellings, act), act, given, context)
  const second = told.direction !== undefined || rule.twoPeople === true
  const waiting = (one: Proposed, index: number) => unseenAs(act, awaitingSecond(one, `${context.key}/${context.log.nextPosition + index}`))
  return {
    act,
    proposed: second ? proposed.map(waiting) : proposed,
    warnings: judged,
  }
}

/** Nothing is recorded before it reached us, and what was not done here is shown by something. */
function receivedInTime({ receivedAt, on, source, evidence, file }: Recorded, now: Moment): Refused | undefined {
  if (receivedAt !== undefined && dayOf(receivedAt) > dayOf(now))
    return refused(
      `it was received on ${longDay(dayOf(receivedAt))}, and today is ${longDay(dayOf(now))}`,
      ['receivedAt'],
      ['give a time of receipt that has come'],
    )
  if (on && on.to > dayOf(receivedAt ?? now))
    return refused(
      `${longDay(on.to)} is after it was received, on ${longDay(dayOf(receivedAt ?? now))}`,
      ['on'],
      ['give the day on which it was done', 'a plan is recorded on the day it is made, with the future day inside it'],
    )
  if (on && on.to < dayOf(receivedAt ?? now) && !source && !evidence && !file)
    return refused(
      `it was done on ${longDay(on.to)} and nothing shows it`,
      ['source'],
      ['name the source or the evidence: a letter, the minutes, an e-mail'],
    )
  return undefined
}

/** Who acts for himself does it here and now: for others, and of another time, only who administers records it, so that nobody is late in time. */
function forOthersOnly(told: Recorded, { principal }: ActContext): Refused | undefined {
  if (principal.roles.includes('administrator')) return undefined
  const remedies = ['leave it empty', 'ask the code administrator to record it, with the evidence']
  if (told.by === 'unknown')
    return { ...refused('who does it is not left open: you do it for those for whom you act', ['by'], remedies), notYours: true }
  if (!isOfAnotherTime(told)) return undefined
  const field = told.receivedAt === undefined ? 'on' : 'receivedOn'
  return { ...refused('what you do yourself is done, and reaches us, now', [field], remedies), notYours: true }
}

const isOfAnotherTime = ({ on, time, nth, receivedAt }: Recorded): boolean =>
  on !== undefined || time !== undefined || nth !== undefined || receivedAt !== undefined

/** An embargo is set by who publishes, and ends at a moment that has not come. */
function embargoFits({ publicAt }: Recorded, { principal, now }: ActContext): Verdict<true> {
  if (publicAt === undefined) return true
  if (!mayPublish(principal))
    return {
      ...refused(
        'who publishes the register sets an embargo: the code administrator',
        ['publicAt'],
        ['leave it empty', 'ask the code administrator to record it'],
      ),
      notYours: true,
    }
  if (publicAt > now) return true
  return refused(
    `the embargo would end at ${longMoment(publicAt)}, which has passed`,
    ['publicAt'],
    ['leave it empty: it is public at once', 'give a moment that has not come'],
  )
}

function givenFor(act: Act, { log, now, principal, instant }: ActContext): Verdict<Given> {
  const told = act.recorded ?? {}
  const at = momentOfAct(act, now)
  const register = log.registerAt(at)
  return {
    register,
    recorded: (subject) => log.lists.get(subject) ?? [],
    now,
    at,
    day: dayOf(at),
    // Of today's post, no later than now.
    receivedAt: told.receivedAt !== undefined && told.receivedAt < now ? told.receivedAt : now,
    by: told.by ?? actorOf(register, principal, act),
    instant,
  }
}

/** Done here and now: this minute. Of another day only what was told of it. */
function momentOfAct({ recorded }: Act, now: Moment): Moment {
  if (!recorded?.on) return now
  return moment(recorded.on.to, recorded.time)
}

/** By somebody else: what the rest of the set records changes nothing unseen. */
function changedSince(act: Act, seen: number, { log, before }: Pick<ActContext, 'log'> & Before): Refused | undefined {
  const later = (log.lists.get(act.subject) ?? []).filter(({ position, noted }) => position > seen && position < before && !noted)
  if (later.length === 0) return undefined
  return refused(
    `it was changed since this form was shown (${later.map(({ event }) => event?.type ?? 'a strike').join(', ')})`,
    later.map(({ position }) => `entry ${position}`),
    ['look at what is recorded now, and send it again if it is still right'],
  )
}

/** What the broken rows do: refuse, ask for a reason, or only warn. A row set aside by a direction does nothing. */
function judge(
  breaks: readonly Broken[],
  given: Given,
  told: Recorded,
  { reasonsGiven }: Pick<ActContext, 'reasonsGiven'>,
): Verdict<readonly Warning[]> {
  const warnings: Warning[] = []
  for (const { row: id, why, remedies } of breaks) {
    const row = rowFor(given, id)
    if (!row || told.direction?.rows.includes(id)) continue
    const clause = clauseOf(row.clause, id)
    if (row.enforcement === 'refuse')
      return {
        ...refused(why, [id], [...remedies, `record it as an act under direction, with the letter that sets “${row.title}” aside`]),
        clause,
      }
    if (row.enforcement === 'ask a reason' && told.reason === undefined && !reasonsGiven)
      return { ...refused(why, [id, 'reason'], [...remedies, 'give a reason, and it is recorded with it']), clause }
    warnings.push({ row: id, clause, why })
  }
  return warnings
}

/** A clause that no source prints is named by its row, so that it can be opened. */
export const clauseOf = (clause: string, row: string): string =>
  clause === 'clause not known' ? `rule ${row} (${clause})` : `${clause} (rule ${row})`

/** A refusal always says by which rule. */
export function cited(refusal: Refused, act: Act, { log, now }: ActContext): Refused {
  if (refusal.clause !== undefined) return refusal
  const id = ruleOf(act.act).row
  const row = rowFor({ register: log.registerAt(momentOfAct(act, now)), day: dayOf(momentOfAct(act, now)) }, id)
  return { ...refusal, clause: clauseOf(row?.clause ?? 'clause not known', id) }
}

/** The file that came with it is a document of what the act is about; of what it founds, where it founds something. */
function withEvidence(tellings: readonly Telling[], { recorded, subject }: Act): readonly Telling[] {
  const about = subject.endsWith('/new') ? tellings[0]?.subject : subject
  return recorded?.file && about ? [...tellings, evidenceTelling(recorded.file, about)] : tellings
}

function proposals(tellings: readonly Telling[], act: Act, given: Given, context: ActContext): readonly Proposed[] {
  const told = act.recorded ?? {}
  const counts = new Map<string, number>()
  return tellings.map((telling) => {
    if (telling.as) return mended(telling, telling.as, act, given)
    const { subject = act.subject, event, on, class: classification, restsOn, refills, evidence = [], nameless, kept } = telling
    const publicAt = telling.publicAt ?? told.publicAt
    const day = on ?? told.on ?? stated(given.day)
    const time = on ? undefined : timeTold(told, given)
    const next = told.nth ?? nthAfter(believed(context.log.lists.get(subject) ?? []), moment(day.to, time)) + (counts.get(subject) ?? 0)
    counts.set(subject, (counts.get(subject) ?? 0) + 1)
    return {
      on: day,
      ...(time === undefined ? {} : { time }),
      ...(next === 0 ? {} : { nth: next }),
      receivedAt: given.receivedAt,
      capacity: nameless ? { by: 'unknown' } : capacityOf(given, context.principal, kept),
      subject,
      event,
      class: classification ?? 'white',
      ...(publicAt === undefined ? {} : { publicAt }),
      ...(told.source && !nameless ? { source: told.source } : {}),
      ...(nameless ? {} : evidenceOf(told, evidence)),
      ...(restsOn ? { restsOn } : {}),
      ...(told.direction ? { setAside: told.direction.rows } : {}),
      ...(refills === undefined ? {} : { refills }),
    }
  })
}

/** A place filled again: told as it was, except for what is mended. */
function mended(
  { subject, event, refills, evidence = [] }: Telling,
  as: NonNullable<Telling['as']>,
  act: Act,
  { receivedAt }: Given,
): Proposed {
  const { on, time, nth, capacity, source, publicAt, restsOn, setAside, evidence: before = [] } = as
  const texts = [...evidence, ...before]
  return {
    on,
    ...(time === undefined ? {} : { time }),
    ...(nth === undefined ? {} : { nth }),
    receivedAt,
    capacity,
    subject: subject ?? act.subject,
    event,
    class: as.class,
    ...(publicAt === undefined ? {} : { publicAt }),
    ...(source ? { source } : {}),
    ...(texts.length > 0 ? { evidence: texts } : {}),
    ...(restsOn ? { restsOn } : {}),
    ...(setAside ? { setAside } : {}),
    ...(refills === undefined ? {} : { refills }),
  }
}

const timeTold = ({ on, time }: Recorded, { at }: Given): LocalTime | undefined => (on ? time : (timeOf(at) as LocalTime))

function evidenceOf({ evidence, reason, direction }: Recorded, more: readonly TextId[] = []): Pick<Proposed, 'evidence'> {
  const texts = [...more, evidence, reason, direction?.letter].filter((text) => text !== undefined)
  return texts.length > 0 ? { evidence: texts } : {}
}

/** He who acts for it, or sits in one of its seats, acts; who administers does so on its behalf. */
function capacityOf({ by, register }: Given, principal: Principal, kept = false): Capacity {
  const isForOwn = by === 'unknown' ? !kept : principal.actsFor.includes(by)
  if (isForOwn || !principal.roles.includes('administrator')) return { by }
  const administrator = all(register, 'body').find(({ state }) => state.capacities.includes('administer'))?.subject
  if (administrator === undefined || administrator === by) return { by }
  return kept || by === 'unknown' ? { by: administrator } : { by: administrator, behalfOf: by }
}

function awaitingSecond(proposed: Proposed, key: string): Proposed {
  return { ...proposed, noted: true, waitsFor: 'a second person', fact: `waiting/${key}` }
}

/** What publishes something is not published while it waits. */
const unseenAs = ({ act }: Act, proposed: Proposed): Proposed => (ruleOf(act).publishes ? { ...proposed, class: 'amber' } : proposed)

/** What only waits for the rest of the story: not what is another's to do, nor what came before its time, nor what founds a subject. */
const mayWait = (act: Act, refusal: Refused | undefined, now: Moment): boolean =>
  refusal?.notYours !== true && !receivedInTime(act.recorded ?? {}, now) && !act.subject.endsWith('/new')

/** Kept whole, with what it would record as far as its rule can say that yet. */
function waitingFor(act: Act, waiting: Refused, index: number, context: ActContext): ActOutcome {
  const given = givenFor(act, context)
  if (isRefused(given)) return { act, proposed: [], warnings: [], waiting }
  const tellings = ruleOf(act.act).tells(given, act)
  // What it would record is not known: whoever reads nothing of it reads nothing of the act.
  const told: readonly Telling[] =
    isRefused(tellings) || tellings.length === 0 ? [{ event: null, class: 'red' }] : withEvidence(tellings, act)
  const waits = proposals(told, act, given, context).map((one) => unseenAs(act, one))
  const highest = classifications.findLast((each) => waits.some((one) => one.class === each)) ?? 'white'
  return {
    act,
    proposed: waits.map((one, each) => ({
      ...one,
      noted: true as const,
      waitsFor: 'what is missing',
      fact: `waiting/${context.key}/${index + 1}/${each + 1}`,
      ...(each === 0 ? { act: asTold(act, given), class: highest } : {}),
    })),
    warnings: [],
    waiting,
  }
}

/** With its day, its receipt and who acted, so that it means the same whenever it is offered again. */
function asTold(act: Act, { at, day, by, receivedAt }: Given): Act {
  const { seen, ...told } = act.recorded ?? {}
  const when = told.on ? {} : { on: stated(day), time: timeOf(at) as LocalTime }
  return { ...act, recorded: { ...told, ...when, by, receivedAt } }
}

/** The register in which an act would be judged now: for forms and buttons. */
export const givenNow = (register: Register, now: Moment, by: Subject | 'unknown' = 'unknown'): Given => ({
  register,
  recorded: (subject) => register.subjects.get(subject)?.history ?? [],
  now,
  at: now,
  day: dayOf(now),
  receivedAt: now,
  by,
})

export type { Entry }
