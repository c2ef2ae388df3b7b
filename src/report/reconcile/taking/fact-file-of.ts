import { longDay } from '../../../domain/calendar/format.ts'
import { type Classification, classifications, type Subject } from '../../../domain/entry.ts'
import { isRefused, refused, type Verdict } from '../../../domain/refusal.ts'
import { fixedDefinition } from '../../figures/definitions.ts'
import type { JudgedClaim } from '../claim.ts'
import type { Reconciliation } from '../reconcile.ts'
import { contextOf, type RegisterAsked } from '../register/context.ts'
import { bodyFor, placeOfClaim, type Taking } from './context.ts'
import { type Facts, factsOf } from './facts-of.ts'
import type { FactToTake, FileToTake } from './written-fact.ts'

/**
 * The fact file by which one claim of a paper is taken in, with the paper as its source. The same claim of the same paper gives the same
 * file, so that taking it twice does nothing. Refused for a claim that holds, that the register contradicts, or that is no fact.
 */
export function factFileOf(reconciled: Reconciliation, claimId: string, asked: RegisterAsked): Verdict<FileToTake> {
  const { claims, cover } = reconciled
  const claim = claims.find(({ id }) => id === claimId)
  if (!claim) return refused(`the paper has no claim ${claimId}`, [], ['read the paper with --json, and choose the id of a claim'])
  const context = contextOf(cover, asked)
  const date = cover.date?.value ?? cover.window?.to
  if (!context || !date || !cover.title)
    return refused(`nothing can be taken from it: ${reconciled.notCompared ?? 'the paper tells no date'}`, [], [])
  if (claim.verdict === 'holds') return refused(`the register has ${claimId} already: ${claim.detail}`, [], ['nothing is to be taken'])
  if (claim.verdict === 'contradicted')
    return refused(
      `the register contradicts ${claimId}: ${claim.detail}`,
      [],
      ['correct the entry that is wrong, where the paper is right'],
    )
  const taking: Taking = { context, date, claims }
  const told = claim.about.is === 'figure' ? figureFacts(taking, claim, reconciled) : factsOf(taking, claim)
  if (isRefused(told)) return refused(`${claimId} cannot be taken in one step: ${told.refused}`, told.about, told.remedies)
  return {
    source: {
      id: `read-change-status-${context.window.month}`,
      title: cover.title.value,
      where: cover.reference?.value ?? 'the published paper',
      published: date,
    },
    arrives: { day: date, basis: 'printed', why: `The paper is dated ${longDay(date)}.` },
    facts: numbered(told.facts, taking),
  }
}

/** Several claims of a paper as one file, of which all is taken or none; without those that the register has already. */
export function factFileOfAll(
  reconciled: Reconciliation,
  claimIds: readonly string[],
  asked: RegisterAsked,
): Verdict<{ readonly file?: FileToTake; readonly standing: readonly string[] }> {
  const standing: string[] = []
  const files: FileToTake[] = []
  for (const id of claimIds) {
    if (isThere(reconciled, id, asked)) standing.push(id)
    else {
      const file = factFileOf(reconciled, id, asked)
      if (isRefused(file)) return file
      files.push(file)
    }
  }
  const [first] = files
  const facts = new Map(files.flatMap((file) => file.facts).map((fact) => [`${kindOfFact(fact)}/${fact.n}`, fact]))
  return { standing, ...(first ? { file: { ...first, facts: [...facts.values()] } } : {}) }
}

/** Whether the register has it: as a fact, or as a figure that this paper states. */
function isThere({ claims, cover }: Reconciliation, claimId: string, asked: RegisterAsked): boolean {
  const claim = claims.find(({ id }) => id === claimId)
  if (claim?.verdict === 'holds') return true
  const { about } = claim ?? {}
  const stated = about?.is === 'figure' ? contextOf(cover, asked)?.paper?.state.stated : undefined
  return stated?.some(({ value }) => about?.is === 'figure' && value.figure === about.figure && value.value === about.value) ?? false
}

/** A figure is taken as the paper states it, and never as derived; with the paper itself, where the register does not have it yet. */
function figureFacts(taking: Taking, claim: JudgedClaim, { cover }: Reconciliation): Facts {
  const { about } = claim
  if (about.is !== 'figure') return refused('it is no figure', [], [])
  const { window, paper } = taking.context
  const subject: Subject = paper?.subject ?? `paper/change-status-${window.month}`
  if (paper?.state.stated.some(({ value }) => value.figure === about.figure))
    return refused(`the register has ${about.figure} as stated by this paper already`, [], ['nothing is to be taken'])
  const at = placeOfClaim(claim)
  const timescale = /^(assessment|proposals\.(open|concluded))/.test(about.figure)
  const event = {
    type: 'FigureStated',
    figure: about.figure,
    value: about.value,
    unit: unitOf(about.figure),
    asAt: timescale ? window.timescalesAsAt : window.asAt,
    at,
  } as const
  const by = bodyFor(taking, 'administrator')
  const stated: FactToTake = { subject, on: taking.date, event, at, ...(by ? { by } : {}) }
  return { facts: paper ? [stated] : [issued(taking, subject, cover), stated] }
}

function issued({ date, context: { window } }: Taking, subject: Subject, cover: Reconciliation['cover']): FactToTake {
  const classification = classifications.find((each: Classification) => each === cover.classification?.toLowerCase()) ?? 'white'
  return {
    subject,
    on: date,
    event: {
      type: 'PaperIssued',
      kind: 'change-status',
      month: window.month,
      reference: cover.reference?.value ?? 'unknown',
      action: cover.action ?? 'unknown',
      classification,
      author: 'unknown',
      timescalesAsAt: window.timescalesAsAt,
      attachments: [],
    },
    at: 'cover',
  }
}

/** The unit in which a figure of this id is counted. */
function unitOf(id: string): string {
  if (id.endsWith('.mean')) return 'WD'
  return id.startsWith('assessment.') && /\.(open|completed)$/.test(id)
    ? 'assessments'
    : fixedDefinition(id as Parameters<typeof fixedDefinition>[0]).unit
}

/**
 * Numbers by which a fact is known again: by the place of its claim among those of the paper that tell the same sort of thing of the same
 * subject, whatever is taken first.
 */
function numbered(facts: readonly FactToTake[], taking: Taking): FileToTake['facts'] {
  const numbers = new Map<string, string[]>()
  for (const claim of taking.claims) {
    const told = claim.about.is === 'figure' ? { facts: [] } : factsOf(taking, claim)
    if (isRefused(told)) continue
    for (const fact of told.facts) {
      const list = numbers.get(kindOfFact(fact)) ?? []
      if (!list.includes(contentOf(fact))) list.push(contentOf(fact))
      numbers.set(kindOfFact(fact), list)
    }
  }
  return facts.map((fact) => ({ ...fact, n: numberOf(fact, numbers, taking) }))
}

const kindOfFact = ({ subject, event }: FactToTake) => `${subject}/${event.type}`
/** What sets two facts of a kind apart: the assessment or the words that they are of, whatever else they tell. */
const contentOf = ({ event }: FactToTake): string =>
  'assessment' in event ? String(event.assessment) : 'written' in event ? event.written : ''

function numberOf(fact: FactToTake, numbers: ReadonlyMap<string, readonly string[]>, { claims }: Taking): number {
  if (fact.event.type === 'FigureStated') {
    const { figure } = fact.event
    return (
      claims.filter(({ about }) => about.is === 'figure').findIndex(({ about }) => about.is === 'figure' && about.figure === figure) + 1
    )
  }
  return (numbers.get(kindOfFact(fact)) ?? []).indexOf(contentOf(fact)) + 1 || 1
}
