import type { FigureId } from '../../figures/figure.ts'
import { withNumber } from './numbers.ts'

/** What a sentence of a Change Status Report is about: the figure that it tells, or a list that no figure counts. */
export type TopicId = FigureId | 'overdue' | 'releases.unconfirmed'

/**
 * How a topic is recognised, whatever the order of the sections; `count` finds its number. `only` says which proposals belong in its list,
 * `now` in which stage those listed stand at the cut-off.
 */
export type Topic = {
  readonly id: TopicId
  readonly told: RegExp
  readonly count?: RegExp
  readonly only?: 'drafts' | 'proposals'
  readonly now?: 'define' | 'refine' | 'opine' | 'release'
}

const topic = (id: TopicId, told: RegExp, count?: string, more: Pick<Topic, 'only' | 'now'> = {}): Topic => ({
  id,
  told,
  ...(count === undefined ? {} : { count: withNumber(count) }),
  ...more,
})

/** In the order in which they are tried: what is more particular comes first. Source of the wording: the paper of October 2019. */
export const topics: readonly Topic[] = [
  topic('readiness.determined', /\bdetermined\b[^.:]*\bready\b/i, 'determined (?:that )?#', { only: 'drafts' }),
  topic('conversions.before', /\bDraft Proposals?\b[^.:]*\bfor conversion\b/i, '# Draft Proposals?', { only: 'drafts', now: 'define' }),
  topic('reports.before', /\bModification Reports?\b[^.:]*\bpresented to the Panel\b/i, '# Modification Reports?'),
  topic('decisions.received', /\bdecisions?\b[^.:]*\bModification Proposals?\b[^.:]*\breceived\b/i, '# decisions?'),
  topic('workgroup.items', /\bWorking Group meetings?\b[^.:]*\bheld\b/i),
  topic('overdue', /\bConsultations? (?:was|were) expected last month\b/i, '# (?:Refinement|Modification Report) Consultations?'),
  topic('consultations.refinement.open', /\bout for Refinement Consultation\b/i, '# Modification Proposals?', {
    only: 'proposals',
    now: 'refine',
  }),
  topic('consultations.refinement.expected', /\bRefinement Consultations?\b[^.:]*\bexpected to be issued\b/i, '# (?:new )?Refinement', {
    only: 'proposals',
  }),
  topic('assessments.requests', /\bAssessments?\b[^.:]*\brequested for approval\b/i, '# (?:Impact|Preliminary) Assessments?'),
  topic('consultations.report.open', /\bout for Modification Report Consultation\b/i, '# Modification Proposals?', {
    only: 'proposals',
    now: 'opine',
  }),
  topic(
    'consultations.report.expected',
    /\bexpect\w*\b[^.:]*\bissued for Modification Report Consultation\b|\bModification Report Consultations?\b[^.:]*\bexpected to be issued\b/i,
    '# (?:new )?Modification Report Consultations?',
    { only: 'proposals' },
  ),
  topic('ballots.held', /\bChange Board voted on\b/i, 'voted on #'),
  topic('authority.decisions', /\b(?:no|one|were|was|\w+) Authority decisions?\b/i, '# Authority decisions?'),
  topic('authority.pending', /\bModification Proposals?\b[^.:]*\bwith the Authority for decision\b/i, '# Modification Proposals?', {
    only: 'proposals',
    now: 'opine',
  }),
  topic('stage.release.standalone', /\bapproved for (?:a )?standalone releases?\b[^.:]*\bcounted beside\b/i, '# modifications?'),
  topic('releases.standalone', /\bapproved for implementation as (?:a )?standalone releases?\b/i, '# modifications?', { now: 'release' }),
  topic('releases.scheduled', /\bapproved for implementation in\b/i, '# modifications?', { now: 'release' }),
  topic('releases.unconfirmed', /\bwhose releases? (?:is|are) in force\b/i, '# approved modifications?'),
  topic('releases.unscheduled', /\bapproved modifications?\b[^.:]*\bscope of no release\b/i, '# approved modifications?', {
    now: 'release',
  }),
  topic('assessment.requested', /\bassessments? (?:is|are) requested and not yet accepted\b/i, '# assessments?'),
]

export const topicOf = (sentence: string): Topic | undefined => topics.find(({ told }) => told.test(sentence))

/** The sentences of a block; one that ends with a colon is followed by its list. */
export const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.:!?])\s+(?=[\p{Lu}‘“])/u)
