import { decidersOn } from '../../domain/access.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { dayOf } from '../../domain/calendar/moment.ts'
import type { Consultation } from '../../domain/consultation/consultation.ts'
import { documentKinds } from '../../domain/document/document.ts'
import { documentsAbout, lastVersion } from '../../domain/document/documents-about.ts'
import type { TextId } from '../../domain/entry.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Modification } from '../../domain/modification/modification.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { canonicalReference, type ModificationId } from '../../domain/modification/reference.ts'
import { nameOf } from '../../domain/names.ts'
import type { Found, Register } from '../../domain/register.ts'
import { capitalised } from '../words/capitalised.ts'
import { standingInFull } from '../words/code-words.ts'
import { assessmentName, consultationName, costText, listText, milestoneText, solutionName } from '../words/event-sentence.ts'
import { closingText, plannedForText } from '../words/planned-for.ts'
import { type Names, namesIn } from '../words/sentence-names.ts'
import type { modificationFields } from './fields.ts'

/** What fields are filled with: a text, or of a list the fields of each item; what is not known is left out, and said to be so. */
export type Data = { readonly [name: string]: string | undefined | readonly Data[] }
/** Exactly the fields that are offered: the compiler finds one that is forgotten. */
export type DataOf<T> = { readonly [K in keyof T]: T[K] extends string ? string | undefined : readonly DataOf<T[K]>[] }

export type Read = (id: TextId) => Promise<string | undefined>

type Given = {
  readonly register: Register
  readonly grammar: ReferenceGrammar
  readonly found: Found<'modification'>
  readonly read: Read
  /** Of which consultation the paper is, where it is of one. */
  readonly consultation?: Consultation | undefined
}

const day = (fact: Fact<unknown> | undefined): string | undefined => fact && longDay(fact.on.to)

/** What the register tells its reader of a modification, for its papers. */
export async function modificationData(given: Given): Promise<DataOf<typeof modificationFields>> {
  const { register, grammar, found, read } = given
  const { state } = found
  const names = namesIn(register, grammar)
  const { words } = names
  const text = async (id: TextId | undefined) => (id === undefined ? undefined : await read(id))
  const [vote, decision] = [state.ballots.at(-1), state.decisions.at(-1)]
  const raised = found.history.find(({ event }) => event?.type === 'Raised')
  const deciders = decidersOn(register, state.path?.value)
  const asked = given.consultation
  return {
    code: [...register.subjects.values()].flatMap(({ state: each }) => (each.kind === 'log' ? each.opened.value.name : []))[0],
    today: longDay(dayOf(register.on)),
    reference: canonicalReference(grammar, found.id as ModificationId, state.proposal),
    title: state.title?.value,
    proposer: state.proposer && names.title(state.proposer.value),
    raised: raised && longDay(raised.on.to),
    standing: standingInFull(words, state.standing.value),
    path: state.path && words.path(state.path.value),
    analyst: state.analyst && names.title(state.analyst.value),
    issue: await text(state.issue?.value),
    summary: await text(state.plain?.value.text),
    parties: listed(state.parties?.value),
    affects: listed(state.documents?.value),
    release: listed([...new Set(Object.values(state.parts).flatMap(({ release }) => (release ? [nameOf(register, release.value)] : [])))]),
    recommendation:
      vote &&
      `${vote.value.capacity === 'recommend' ? 'recommended' : 'decided'} ${vote.value.outcome === 'approve' ? 'approval' : 'rejection'}`,
    recommended: day(vote),
    decision: decision && outcomes[decision.value.outcome],
    decided: day(decision),
    decidedBy: decision && capitalised(names.name(decision.value.by)),
    decides: deciders.length === 1 ? deciders.map(names.name)[0] : undefined,
    consultation: asked && consultationName(asked.id, words),
    closes: asked?.closes && closingText(asked.closes),
    sections: await Promise.all(
      Object.entries(state.sections).map(async ([name, texts]) => ({ name, text: await text(texts.at(-1)?.value) })),
    ),
    impacts: Object.entries(state.impacts).map(([category, { value }]) => ({ category, ...value })),
    solutions: await Promise.all(
      Object.values(state.solutions).map(async ({ id, proposed, versions }) => ({
        name: `${solutionName(id)}: ${proposed.value.title}`,
        text: await text(versions.at(-1)?.value.text),
      })),
    ),
    assessments: assessmentsIn(state, names),
    consultations: Object.values(state.consultations).map(({ id, opened, closes, responses }) => ({
      name: consultationName(id, words),
      opened: day(opened),
      closes: closes && closingText(closes),
      // Of none we do not know whether there was any: they are hidden until it closes, and not always told after.
      responses: numberOf(Object.keys(responses.given).length + responses.withheld.length),
    })),
    questions: (asked?.responses.questions?.value ?? []).map(({ id, label }) => ({ number: id, question: label })),
    timetable: Object.entries(state.plan).flatMap(([milestone, planned]) => {
      const last = planned?.at(-1)
      const name = milestoneText[milestone as keyof typeof milestoneText]
      return last ? [{ milestone: name, when: plannedForText(last.value.for, (each) => nameOf(register, each)) }] : []
    }),
    documents: documentsIn(register, found),
  }
}

const numberOf = (count: number): string | undefined => (count === 0 ? undefined : String(count))

const outcomes = { approve: 'approved', reject: 'rejected', 'send back': 'sent back' } as const

const listed = (items: readonly string[] | undefined): string | undefined =>
  items === undefined || items.length === 0 ? undefined : listText(items, '')

function assessmentsIn({ assessments }: Modification, { title, words }: Names) {
  return Object.values(assessments).map(({ id, provider, status, returned, costs }) => ({
    name: assessmentName(id, words),
    provider: title(provider),
    status: capitalised(status),
    returned: day(returned),
    cost: listed(costs.map(({ value: { lowPence, highPence, period } }) => `${costText(lowPence, highPence)}, ${period}`)),
  }))
}

function documentsIn(register: Register, { subject }: Found<'modification'>) {
  return documentsAbout(register, subject)
    .filter(({ state }) => lastVersion(state).value.documentKind !== 'evidence')
    .map(({ state }) => {
      const { value, on } = lastVersion(state)
      return { document: value.title, kind: documentKinds[value.documentKind], version: value.version, filed: longDay(on.to) }
    })
}
