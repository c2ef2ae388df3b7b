/** The places that a template has for what the register tells; `counted` ones have a form for none, for one and for many. */
type Template = { readonly slots: readonly string[]; readonly counted: boolean }

const says = <const S extends readonly string[]>(...slots: S) => ({ slots, counted: false }) as const
/** These may also tell their number, as `{count}`. */
const counts = <const S extends readonly string[]>(...slots: S) => ({ slots, counted: true }) as const

/**
 * Every sentence of the report, with its places. The words are rows of the rulebook, one for each section (`report-wording/summary`),
 * which an administrator may change; a sentence begins with a capital whatever it begins with.
 */
export const templates = {
  'cover.title': says('month'),
  'cover.purpose': says(),
  'cover.appendix': says(),
  'cover.recommendation': says(),
  'cover.classification': says('class', 'handling'),
  'cover.handlingUnknown': says(),
  'cover.noPaper': says('month'),
  'cover.before': says('body', 'day'),
  'summary.introduction': says(),
  'summary.register': says(),
  'summary.strip': says(),
  'summary.standalone': counts(),
  'summary.conversions': counts(),
  'summary.reports': counts(),
  'summary.decisions': counts(),
  'define.none': says(),
  'define.raised': says('proposal', 'proposer', 'when'),
  'define.raisedByUnknown': says('proposal', 'when'),
  'define.issueUnknown': says(),
  'define.ready': counts(),
  'refine.meeting': counts('when'),
  'refine.noMeeting': says(),
  'refine.out': counts(),
  'refine.expected': counts(),
  'refine.overdue': counts(),
  'refine.requests': counts(),
  'refine.timescales': says('day'),
  'refine.requested': counts(),
  'refine.past': says('proposal', 'outcome', 'kind'),
  'refine.completed': counts(),
  'refine.onTarget': counts('completed', 'year', 'known'),
  'refine.targetsKnown': says(),
  'refine.targetsUnknown': counts('year'),
  'refine.noneCompleted': says('year'),
  'opine.out': counts(),
  'opine.expected': counts('condition', 'when', 'length'),
  'opine.condition': says('condition'),
  'opine.length': counts(),
  'opine.overdue': counts(),
  'opine.votes': counts('when'),
  'opine.vote': says('proposal', 'outcome', 'path'),
  'opine.authorityDecisions': counts(),
  'opine.decision': says('proposal', 'outcome', 'by', 'when'),
  'opine.pending': counts(),
  'opine.concluded': counts('year', 'names'),
  'opine.meanKnown': counts('of', 'mean'),
  'opine.implied': counts('stated', 'low', 'high'),
  'release.standalone': counts(),
  'release.standaloneItem': says('proposal', 'when'),
  'release.scheduled': counts('release', 'date'),
  'release.noneScheduled': says(),
  'release.unscheduled': counts(),
  'release.unconfirmed': counts(),
  'release.requested': says('when', 'by', 'of', 'to'),
  'release.requestedLatest': says('latest'),
  'release.letter': says('by', 'address'),
  'release.letterNotHeld': says('by', 'address'),
  'release.pending': says('of'),
  'release.agreed': says('of', 'when'),
  'release.agreedUntil': says('of', 'when', 'until'),
  'release.refused': says('of', 'when'),
  'release.weekend': says('day', 'weekday'),
  'time.week': says('day'),
  'time.day': says('day'),
  'time.month': says('month'),
  'time.endOfMonth': says('month'),
  'time.event': says('event'),
  'time.unknown': says(),
} as const satisfies Readonly<Record<string, Template>>

export type Templates = typeof templates
export type TemplateId = keyof Templates
export type SlotsOf<K extends TemplateId> = Templates[K]['slots'][number]
export type CountedId = { [K in TemplateId]: Templates[K]['counted'] extends true ? K : never }[TemplateId]
export type PlainId = Exclude<TemplateId, CountedId>

export const forms = ['none', 'one', 'many'] as const
/** A template as it stands in its row, after the name of its section: `conversions.many`. */
export type WordingKey = PlainId | `${CountedId}.${(typeof forms)[number]}`

/** Tables of words that the sentences are made with, each a row of its own: `report-wording/paths`. */
export const vocabularies = ['stages', 'assessment-kinds', 'paths', 'outcomes', 'classes', 'conditions', 'bodies', 'names'] as const
export type Vocabulary = (typeof vocabularies)[number]

/** The rows that the report reads: one for each section's sentences, one for each vocabulary. */
export const wordingRow = (part: string): string => `report-wording/${part}`
