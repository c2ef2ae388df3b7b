import { longDay } from '../../domain/calendar/format.ts'
import type { FigureId } from '../figures/figure.ts'
import type { About, Claim, ClaimKind } from './claim.ts'
import type { Place } from './paper.ts'
import type { Listing } from './reading/listings.ts'
import type { Mention } from './reading/mentions.ts'
import type { PaperRead } from './reading/read-paper.ts'
import type { AssessmentRow } from './reading/tables.ts'

type Told = Omit<Claim, 'id'> & { readonly id: string }

const claim = (id: string, kind: ClaimKind, [subject, value]: readonly [string, string | number], place: Place, about: About): Told => ({
  id,
  kind,
  subject,
  value,
  place,
  about,
})

/** Everything that the paper claims, in the order of its lines; the same told again, in the same words, is one claim. */
export function claimsOf(read: PaperRead): readonly Claim[] {
  const told = [
    ...ofPaper(read),
    ...ofMentions(read),
    ...ofRaising(read),
    ...ofFigures(read),
    ...ofLists(read),
    ...ofAssessments(read),
    ...ofMeetings(read),
    ...ofReleases(read),
    ...ofLinks(read),
  ]
  const claims: Claim[] = []
  const valuesOf = new Map<string, Set<string | number>>()
  for (const each of told) {
    const values = valuesOf.get(each.id) ?? new Set()
    if (values.has(each.value)) continue
    valuesOf.set(each.id, values.add(each.value))
    claims.push(values.size === 1 ? each : { ...each, id: `${each.id}#${values.size}` })
  }
  return claims.sort((a, b) => a.place.line - b.place.line)
}

function ofPaper({ cover: { date, reference, title } }: PaperRead): readonly Told[] {
  const subject = title?.value ?? 'the paper'
  return [
    ...(date ? [claim('paper/date', 'paper', [subject, longDay(date.value)], date.place, { is: 'paper', field: 'date' })] : []),
    ...(reference && reference.value !== 'unknown'
      ? [claim('paper/reference', 'paper', [subject, reference.value], reference.place, { is: 'paper', field: 'reference' })]
      : []),
  ]
}

function ofMentions({ mentions }: PaperRead): readonly Told[] {
  return mentions.flatMap(({ id, canonical, written, title, place }) => [
    claim(`${canonical}/reference`, 'reference', [canonical, written], place, { is: 'reference', id, written }),
    ...(title === undefined ? [] : [claim(`${canonical}/title`, 'title', [canonical, title], place, { is: 'title', id, title })]),
  ])
}

function ofRaising({ raised }: PaperRead): readonly Told[] {
  return raised.flatMap(({ mention: { id, canonical }, by, day, place }) => [
    ...(by === undefined ? [] : [claim(`${canonical}/raiser`, 'raiser', [canonical, by], place, { is: 'raiser', id, name: by })]),
    ...(day ? [claim(`${canonical}/raised`, 'date', [`${canonical} raised`, longDay(day)], place, { is: 'raised', id, day })] : []),
    claim(`proposals.new/${canonical}`, 'list', ['proposals.new', canonical], place, { is: 'member', figure: 'proposals.new', id }),
  ])
}

function ofFigures({ strip, summary, proposals, listings }: PaperRead): readonly Told[] {
  const figure = (
    kind: ClaimKind,
    id: FigureId,
    value: number,
    place: Place,
    more: { readonly partly?: boolean; readonly of?: number } = {},
  ) => claim(id, kind, [id, value], place, { is: 'figure', figure: id, value, partly: false, ...more })
  return [
    ...strip.map(({ stage, value, place }) => figure('stage', `stage.${stage.toLowerCase() as 'define'}`, value, place)),
    ...listings.flatMap((listing) => {
      const id = figureOf(listing)
      return id === undefined || listing.count === undefined ? [] : [figure('count', id, listing.count, listing.place)]
    }),
    ...summary.flatMap(({ assessmentKind, measure, total, mean, place }) => [
      figure('count', `assessment.${assessmentKind}.${measure}`, total, place),
      ...(mean === undefined ? [] : [figure('average', `assessment.${assessmentKind}.${measure}.mean`, mean, place, { of: total })]),
    ]),
    ...proposals.flatMap(({ measure, total, mean, partly, place }) => [
      figure('count', `proposals.${measure}`, total, place),
      ...(mean === undefined ? [] : [figure('average', `proposals.${measure}.mean`, mean, place, { partly, of: total })]),
    ]),
  ]
}

/** The figure that a list tells; releases are told one by one, and their numbers are no figure's. */
function figureOf({ topic, release }: Listing): FigureId | undefined {
  if (!topic || release || topic.id === 'overdue' || topic.id === 'releases.unconfirmed') return undefined
  return topic.id
}

function ofLists({ listings }: PaperRead): readonly Told[] {
  return listings.flatMap((listing) => {
    const { topic, release, items } = listing
    const figure = release ? ('releases.scheduled' as const) : figureOf(listing)
    if (!topic || figure === undefined) return []
    return items.flatMap(({ mention, place }) => {
      if (!mention) return []
      const list = release ? `${figure}/${release.name}` : figure
      const about: About = { is: 'member', figure, id: mention.id, ...(release ? { release: release.name } : {}) }
      return [claim(`${list}/${mention.canonical}`, 'list', [list, mention.canonical], place, about)]
    })
  })
}

const dayNames = { open: 'accepted', completed: 'returned', requested: 'requested' } as const

function ofAssessments({ assessments }: PaperRead): readonly Told[] {
  return assessments.flatMap((row) => {
    const { mention, assessmentKind, table, day, target, place } = row
    const of = { id: mention.id, assessmentKind, table }
    const base = `${mention.canonical}/${assessmentKind}`
    const name = `${mention.canonical} ${assessmentKind}`
    return [
      ...(day
        ? [claim(`${base}/${dayNames[table]}`, 'date', [`${name} ${dayNames[table]}`, longDay(day)], place, { is: 'day', ...of, day })]
        : []),
      ...(target === undefined
        ? []
        : [claim(`${base}/target`, 'target', [`${name} target`, target], place, { is: 'target', ...of, workingDays: target })]),
      ...ofDuration(row, base, name),
    ]
  })
}

function ofDuration({ mention, assessmentKind, table, day, duration, place }: AssessmentRow, base: string, name: string): readonly Told[] {
  if (duration === undefined) return []
  const about: About = { is: 'duration', id: mention.id, assessmentKind, table, value: duration, ...(day ? { day } : {}) }
  return [claim(`${base}/${table === 'completed' ? 'took' : 'duration'}`, 'duration', [`${name} duration`, duration], place, about)]
}

function ofMeetings({ listings, outcomes }: PaperRead): readonly Told[] {
  const held = listings.flatMap(({ topic, days, count, place }) => {
    const [day] = days
    const what = topic?.id === 'workgroup.items' ? ('working group' as const) : topic?.id === 'ballots.held' ? ('vote' as const) : undefined
    if (!day || !what || count === 0 || /\b(?:between|by)\b/.test(place.text)) return []
    return [claim(`${what.replace(' ', '-')}/${day}`, 'date', [what, longDay(day)], place, { is: 'held', what, day })]
  })
  const votedOn = ({ id }: Mention) =>
    listings.find(({ topic, items }) => topic?.id === 'ballots.held' && items.some(({ mention }) => mention?.id === id))?.days[0]
  const decided = outcomes.map(({ mention, outcome, path, day = votedOn(mention), by, place }) =>
    claim(`${mention.canonical}/outcome`, 'vote', [mention.canonical, [outcome, path && `as ${path}`].filter(Boolean).join(' ')], place, {
      is: 'outcome',
      id: mention.id,
      outcome,
      ...(path === undefined ? {} : { path }),
      ...(day ? { day } : {}),
      ...(by === undefined ? {} : { by }),
    }),
  )
  return [...held, ...decided]
}

function ofReleases({ listings, dateRequests }: PaperRead): readonly Told[] {
  const dates = listings.flatMap(({ release, place }) =>
    release?.day
      ? [
          claim(`${release.name}/date`, 'release date', [release.name, longDay(release.day)], place, {
            is: 'release date',
            release: release.name,
            day: release.day,
          }),
        ]
      : [],
  )
  const requests = dateRequests.map(({ on, to, release, place }) =>
    claim(`${release ?? 'release'}/request`, 'release date', [`${release ?? 'release'}, asked to be`, longDay(to)], place, {
      is: 'date request',
      to,
      ...(on ? { on } : {}),
      ...(release === undefined ? {} : { release }),
    }),
  )
  return [...dates, ...requests]
}

const ofLinks = ({ links }: PaperRead): readonly Told[] =>
  links.map(({ address, place }) =>
    claim(`link/${address.replace(/^https?:\/\/[^/]+\//, '')}`, 'link', [address, address], place, { is: 'link', address }),
  )
