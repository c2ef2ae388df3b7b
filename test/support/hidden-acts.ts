import { PDFDocument } from '@cantoo/pdf-lib'
import type { App } from '../../src/app/app.ts'
import type { Principal } from '../../src/domain/access.ts'
import { type LocalTime, type Moment, timeOf } from '../../src/domain/calendar/moment.ts'
import type { FileId, Subject } from '../../src/domain/entry.ts'
import { eventTypes, standsAlone } from '../../src/domain/event-kinds.ts'
import type { Event, EventType } from '../../src/domain/events.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import type { Filled, Person } from './person.ts'
import { readPage } from './person.ts'

/** When each embargo ends that these acts are under. */
export const embargoEnd = '2019-10-04T17:00'

type Step = readonly [verb: string, subject: string, fields: Filled]

/** What both registers tell: MP084 with the Authority, an assessment by the DCC, a consultation and a solution, an open ballot on SECMP0053. */
export const openSteps: readonly Step[] = [
  ['convert', 'modification/84', { path: 'authority determined', route: 'report' }],
  ['approve-report', 'modification/84', {}],
  ['record-vote', 'modification/84', { outcome: 'approve' }],
  ['request-assessment', 'modification/79', { assessmentKind: 'PA', provider: 'organisation/dcc' }],
  ['accept-assessment', 'modification/79', { assessment: '79/PA/1' }],
  ['issue-consultation', 'modification/79', { consultation: '79/refinement/1', consultationKind: 'refinement' }],
  ['propose-solution', 'modification/79', { title: 'A window of ten days' }],
  ['change-path', 'modification/53', { path: 'self-governance', 'recorded.by': 'body/panel' }],
  ['approve-report', 'modification/53', {}],
  ['open-ballot', 'modification/53', {}],
  [
    'table-paper',
    'meeting/panel-2019-10-11',
    { title: 'Windows', action: 'for information', recommendation: 'NOTE', classification: 'white', reference: 'SECP_1' },
  ],
]

/** What only who administers may see until the embargo ends: of each kind of subject one that is new, and something of one that is known. */
export const embargoedSteps: readonly Step[] = [
  ['decide', 'modification/84', { outcome: 'approve', 'recorded.by': 'organisation/authority' }],
  ['add-to-scope', 'modification/84', { release: 'release/2019-11' }],
  ['raise-draft-proposal', '', { title: 'Quelled zinnias', proposer: 'organisation/northern-powergrid', issue: 'Zinnias are quelled.' }],
  ['determine-ready', 'modification/88', { 'recorded.by': 'body/change-sub-committee' }],
  ['retitle', 'modification/79', { title: 'Zinnias in withdrawn proposals' }],
  ['notify-withdrawal', 'modification/62', {}],
  ['comment', 'modification/79', { text: 'Zinnias again.', 'recorded.by': 'body/panel' }],
  ['attach-document', 'modification/79', { title: 'Annex of zinnias' }],
  ['request-assessment', 'modification/62', { assessmentKind: 'IA', provider: 'organisation/dcc' }],
  ['issue-consultation', 'modification/46', { consultationKind: 'refinement', text: 'Which zinnias?' }],
  ['plan-meeting', '', { body: 'body/change-board', day: '2019-10-30' }],
  ['table-item', 'meeting/panel-2019-10-11', { modification: 'modification/79', purposes: ['discussion'] }],
  ['place-action', 'meeting/panel-2019-10-11', { what: 'Count the zinnias', owner: 'body/panel' }],
  ['plan-release', '', { id: '2031-06', name: 'Zinnia release', releaseKind: 'standalone', day: '2031-06-05' }],
  ['request-date-change', 'release/2019-11', { to: '2019-12-13' }],
  ['establish-body', '', { id: 'zinnia-board', name: 'Zinnia Board', capacities: ['advise'] }],
  ['rename-body', 'body/working-group', { name: 'Zinnia Group' }],
  ['add-organisation', '', { id: 'zinnia-networks', name: 'Zinnia Networks' }],
  ['rename-organisation', 'organisation/northern-powergrid', { name: 'Northern Zinnia' }],
]

/** What is written for a report that is not published, which only who administers sees. */
const draft = 'publication/change-status-2019-10'
const draftedSteps: readonly Step[] = [
  ['draft-report', '', { month: '2019-10', classification: 'white' }],
  ['reword-sentence', draft, { sentence: 'summary.conversions.many', wording: 'Zinnias apart, {count} are to be converted:' }],
  ['leave-out-sentence', draft, { sentence: 'refine.requests.none' }],
  ['add-paragraph', draft, { section: 'summary', text: 'Zinnias in summary.' }],
]
const drafted: readonly EventType[] = ['SentenceReworded', 'SentenceLeftOut', 'ParagraphAdded']

/** Classed, and told by an organisation for which nobody here acts: only who administers sees it. One for each kind of event that stands alone. */
const response = { consultation: '79/refinement/1', response: '79/refinement/1/british-gas/1', choices: [], answers: [] }
const received = '2019-10-04T09:00' as Moment
const ballot = '53/ballot/1'
const classed: Readonly<Partial<Record<EventType, { readonly subject: Subject; readonly event: Event }>>> = {
  ResponseSubmitted: {
    subject: 'modification/79',
    event: {
      type: 'ResponseSubmitted',
      v: 1,
      ...response,
      by: 'organisation/british-gas',
      noComment: true,
      confidential: 'whole',
      withheld: [],
      received,
    },
  },
  AnswersWithheld: { subject: 'modification/79', event: { type: 'AnswersWithheld', v: 1, ...response } },
  ResponseWithheld: {
    subject: 'modification/79',
    event: { type: 'ResponseWithheld', v: 1, consultation: response.consultation, why: 'Zinnias', received },
  },
  DocumentFiled: {
    subject: 'document/cccccccccccccccc',
    event: {
      type: 'DocumentFiled',
      v: 1,
      about: 'modification/79',
      title: 'Zinnias in confidence',
      documentKind: 'letter',
      name: 'zinnias.txt',
      mediaType: 'text/plain',
      size: 7,
      bytes: 'c'.repeat(64) as FileId,
    },
  },
  PaperFileChosen: {
    subject: 'paper/1',
    event: { type: 'PaperFileChosen', v: 1, document: 'document/cccccccccccccccc' },
  },
  VoteCast: {
    subject: 'modification/53',
    event: { type: 'VoteCast', v: 1, ballot, seat: 'network-1', vote: 'for' },
  },
  RulingMade: {
    subject: 'modification/53',
    event: { type: 'RulingMade', v: 1, ballot, reading: 'does not count', by: 'body/change-board' },
  },
  AssessmentCosted: {
    subject: 'modification/79',
    event: { type: 'AssessmentCosted', v: 1, assessment: '79/PA/1', period: 'annual', lowPence: 987_654_300 },
  },
}

/** Kinds of event that stand alone, and of which nothing is hidden here: each wants a line above. */
export const notHidden: readonly EventType[] = eventTypes.filter(
  (type) => standsAlone(type) && !(type in classed) && !drafted.includes(type),
)

/** Takes steps as somebody, by their forms. Throws with what a form says where it is refused. */
export async function taken(person: Person, steps: readonly Step[], more: Filled = {}): Promise<void> {
  for (const [verb, subject, fields] of steps) {
    const at = `/sec/acts/${verb}${subject && `/${subject}`}`
    const first = await person.send(at, { ...fields, ...more })
    // Where rules warn, it is looked at and sent again.
    const previewed = first.status === 200 && /name="previewed" value="([^"]*)"/.exec(await first.clone().text())?.[1]
    const response = previewed ? await person.send(at, { ...fields, ...more, previewed }) : first
    if (response.status !== 303) throw new Error(`${verb} ${subject}: ${response.status} ${(await readPage(response)).text.slice(0, 600)}`)
  }
}

const administrator: Principal = { id: 'test', roles: ['administrator', 'importer'], actsFor: [], seats: [] }

/** Files of a white paper that is before a meeting: an amber one, and one that is under an embargo. */
async function filesHidden(person: Person): Promise<void> {
  const annex = await PDFDocument.create({ updateMetadata: false })
  annex.addPage().drawText('Zinnias in an annex')
  const bytes = Uint8Array.from(await annex.save({ useObjectStreams: false }))
  const file = new File([bytes], 'zinnias.pdf', { type: 'application/pdf' })
  const hidden = [{ classification: 'amber' }, { classification: 'white', 'recorded.publicAt': embargoEnd }]
  for (const fields of hidden) {
    const sent = await person.sendFiles('/sec/acts/attach-document/paper/1', { title: 'Annex of zinnias', ...fields }, { file })
    if (sent.status !== 303) throw new Error(`a hidden file: ${sent.status} ${(await readPage(sent)).text.slice(0, 600)}`)
  }
}

/** Hides all of it in one register: what is under an embargo, what is amber or red, and what of it is mended and struck. */
export async function hideIn(app: App, person: Person): Promise<void> {
  await taken(person, embargoedSteps, { 'recorded.publicAt': embargoEnd })
  await taken(person, draftedSteps)
  await filesHidden(person)
  const { stamp } = await app.present()
  const classes = ['amber', 'red'] as const
  const facts = Object.values(classed).flatMap(({ subject, event }, kind) =>
    classes.map((classification, index) => ({
      fact: `hidden/${subject}/${event.type}/${index + 1}`,
      on: { from: stamp.day, to: stamp.day, basis: 'stated' } as const,
      time: timeOf(stamp.moment) as LocalTime,
      nth: 40 + kind * classes.length + index,
      receivedAt: stamp.moment,
      capacity: { by: 'organisation/british-gas' } as const,
      subject,
      event,
      class: classification,
      source: { title: 'A letter', where: 'not published' },
    })),
  )
  const done = await app.perform({ principal: administrator, command: { type: 'ImportFacts', facts, whenMisfit: 'refuse' }, key: 'hidden' })
  if (isRefused(done)) throw new Error(done.refused)
  const placeOf = (find: (event: Event) => boolean) => `${app.live.entries.findLast(({ event }) => event && find(event))?.place}`
  const comment = placeOf(({ type }) => type === 'CommentMade')
  const title = placeOf((event) => event.type === 'Titled' && event.title.startsWith('Zinnias'))
  await taken(person, [
    ['strike', 'modification/79', { place: comment, why: 'Not of zinnias.' }],
    [
      'correct',
      'modification/79',
      { place: title, event: JSON.stringify({ type: 'Titled', title: 'Dahlias and zinnias' }), why: 'Dahlias too.' },
    ],
  ])
}
