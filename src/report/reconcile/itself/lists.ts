import { type Finding, finding } from '../finding.ts'
import type { Listing } from '../reading/listings.ts'
import type { Mention } from '../reading/mentions.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import type { TopicId } from '../reading/topics.ts'
import type { Explained } from './explained.ts'

/** Lists against each other: what should be in both, what cannot be, and sentences of one thing with two numbers. */
export function listsChecks(read: PaperRead, explained: Explained): readonly Finding[] {
  return [
    ...readyAndPresented(read),
    ...reportsAndConsultations(read, explained),
    ...decidedAndPending(read),
    ...decidedTwice(read),
    ...twoStages(read),
    ...votes(read),
    ...standing(read),
  ]
}

const of = ({ listings }: PaperRead, id: TopicId): readonly Listing[] => listings.filter(({ topic }) => topic?.id === id)
const mentionsOf = (listings: readonly Listing[]): readonly Mention[] =>
  listings.flatMap(({ items }) => items.flatMap(({ mention }) => mention ?? []))
const names = (mentions: readonly Mention[]) => mentions.map(({ written }) => written).join(', ')
const without = (mentions: readonly Mention[], others: readonly Mention[]) =>
  mentions.filter(({ id }) => !others.some((other) => other.id === id))

/** What is presented for conversion was determined ready. */
function readyAndPresented(read: PaperRead): readonly Finding[] {
  const [ready, presented] = [of(read, 'readiness.determined'), of(read, 'conversions.before')]
  if (ready.length === 0 || presented.length === 0) return []
  const [both, lists] = [mentionsOf(ready), mentionsOf(presented)]
  const extra = without(lists, both)
  const missing = without(both, lists)
  if (both.length === 0 || (extra.length === 0 && missing.length === 0)) return []
  const told = [
    ...(extra.length > 0 ? [`${names(extra)} presented for conversion and not determined ready`] : []),
    ...(missing.length > 0 ? [`${names(missing)} determined ready and not presented`] : []),
  ]
  const message = `The lists of what is ready and what is presented for conversion differ: ${told.join('; ')}.`
  return [finding('lists', ['warning', 'likely'], message, ...[...extra, ...missing].map(({ place }) => place))]
}

/** Consultations that wait for the Panel's approval of reports, of which fewer are before it. */
function reportsAndConsultations(read: PaperRead, { reports }: Explained): readonly Finding[] {
  const presented = mentionsOf(of(read, 'reports.before'))
  const waiting = of(read, 'consultations.report.expected').filter(({ sentence }) => /\bapproval\b/i.test(sentence))
  const missing = without(mentionsOf(waiting), presented)
  const [first] = waiting
  const told = of(read, 'reports.before')[0]
  if (reports || !first || !told || missing.length === 0) return []
  const message = `${told.count ?? presented.length} Modification Report${(told.count ?? presented.length) === 1 ? ' is' : 's are'} presented, and the consultation of ${mentionsOf(waiting).length} waits for the approval of their reports: ${names(missing)} ${missing.length === 1 ? 'has' : 'have'} no report among those presented.`
  return [finding('lists', ['warning', 'likely'], message, told.place, first.place)]
}

/** Approved in one place and rejected in another. */
function decidedTwice({ outcomes }: PaperRead): readonly Finding[] {
  const decided = outcomes.filter(({ outcome }) => outcome === 'approved' || outcome === 'rejected')
  return decided.flatMap((each, index) => {
    const first = decided.find(({ mention, by }) => mention.id === each.mention.id && (by === each.by || !by || !each.by)) ?? each
    if (decided.indexOf(first) >= index || first.outcome === each.outcome) return []
    const message = `${each.mention.canonical} was ${first.outcome} in one place and ${each.outcome} in another.`
    return [finding('lists', ['error', 'certain'], message, first.place, each.place)]
  })
}

/** With the Authority for decision, and decided. */
function decidedAndPending(read: PaperRead): readonly Finding[] {
  const pending = mentionsOf(of(read, 'authority.pending'))
  const decided = mentionsOf([...of(read, 'authority.decisions'), ...of(read, 'decisions.received')])
  return pending.flatMap((mention) => {
    const other = decided.find(({ id }) => id === mention.id)
    if (!other) return []
    const message = `${mention.written} is with the Authority for decision, and decided.`
    return [finding('stage', ['error', 'likely'], message, mention.place, other.place)]
  })
}

/** One proposal in the lists of two stages at the same time. */
function twoStages(read: PaperRead): readonly Finding[] {
  const stood = read.listings.flatMap(({ topic, items }) =>
    topic?.now ? items.flatMap(({ mention }) => (mention ? [{ mention, stage: topic.now }] : [])) : [],
  )
  return [...Map.groupBy(stood, ({ mention }) => mention.id).values()].flatMap((all) => {
    const [first] = all
    const other = all.find(({ stage }) => stage !== first?.stage)
    if (!first || !other) return []
    const message = `${first.mention.written} stands in two stages at once: ${first.stage} and ${other.stage}.`
    return [finding('stage', ['error', 'likely'], message, first.mention.place, other.mention.place)]
  })
}

/** A recommendation is the Authority's to decide; a decision of the Change Board is none of the Authority's. */
function votes({ outcomes, listings }: PaperRead): readonly Finding[] {
  return outcomes.flatMap(({ mention, outcome, path, place }) => {
    if (path === undefined || !outcomeOfVote(listings, mention)) return []
    const recommends = outcome.startsWith('recommended')
    if (recommends === /^Authority/i.test(path)) return []
    const message = recommends
      ? `${mention.written} was ${outcome}, and as a ${path} Modification nobody waits for a recommendation.`
      : `${mention.written} was ${outcome} by a vote, and as an ${path} Modification the Authority decides.`
    return [finding('lists', ['warning', 'likely'], message, place)]
  })
}

const outcomeOfVote = (listings: readonly Listing[], { id, place }: Mention): boolean =>
  listings.some(
    ({ topic, items }) =>
      topic?.id === 'ballots.held' && items.some(({ mention }) => mention?.id === id && mention.place.line === place.line),
  )

/** "None" and a list, of one topic, in two places. */
function standing({ listings }: PaperRead): readonly Finding[] {
  const once: readonly TopicId[] = [
    'conversions.before',
    'reports.before',
    'authority.pending',
    'consultations.refinement.open',
    'consultations.report.open',
  ]
  return once.flatMap((id) => {
    const counted = listings.filter(({ topic, count }) => topic?.id === id && count !== undefined)
    const [first] = counted
    const other = counted.find(({ count }) => count !== first?.count)
    if (!first || !other) return []
    return [
      finding(
        'count',
        ['error', 'likely'],
        `One thing is told with two numbers: ${first.count} and ${other.count}.`,
        first.place,
        other.place,
      ),
    ]
  })
}
