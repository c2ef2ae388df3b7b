import { longDay } from '../../domain/calendar/format.ts'
import { dayOf } from '../../domain/calendar/moment.ts'
import type { PaperText } from '../../domain/paper/paper-text.ts'
import { all, type Register, ruleOn } from '../../domain/register.ts'
import type { JudgedClaim } from './claim.ts'
import { claimsOf } from './claims.ts'
import type { Finding } from './finding.ts'
import { checkItself } from './itself/check-itself.ts'
import type { Cover } from './reading/cover.ts'
import { readPaper } from './reading/read-paper.ts'
import { contextOf, type RegisterAsked } from './register/context.ts'
import { knownNames } from './register/facts.ts'
import { judge, otherSources } from './register/judge.ts'
import { omissions } from './register/omissions.ts'
import { together } from './together.ts'

/** A published paper, read: what it claims and what became of each claim, and what does not tie. */
export type Reconciliation = {
  readonly paper: string
  readonly cover: Cover
  /** How the file was read, where that is to be known. */
  readonly remark?: string
  /** Said where the paper could not be held against the register. */
  readonly notCompared?: string
  readonly claims: readonly JudgedClaim[]
  readonly findings: readonly Finding[]
}

/** Reads a paper, holds it against itself, and each of its claims against the register at the paper's own days. */
export function reconcile(paper: PaperText, asked: RegisterAsked): Reconciliation {
  const read = readPaper(paper, asked.grammar)
  const present = asked.registerOn(asked.asOf)
  const itself = checkItself(read, present, { terms: termsIn(present), names: knownNames(present) })
  const context = contextOf(read.cover, asked)
  const claims = claimsOf(read)
  const base = { paper: paper.name, cover: read.cover, ...(paper.remark === undefined ? {} : { remark: paper.remark }) }
  if (!context) {
    const why = whyNot(read.cover, asked)
    return {
      ...base,
      notCompared: why,
      claims: claims.map((claim) => ({ ...claim, verdict: 'not supported', detail: why })),
      findings: inOrder(together(itself, [])),
    }
  }
  const judged = claims.map((claim) => ({ ...claim, ...judge(claim, context) }))
  const against = [...omissions(read, context), ...otherSources(read, context)]
  return { ...base, claims: judged, findings: inOrder([...together(itself, judged), ...against]) }
}

/** Errors first; of one severity, in the order of the paper. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const rank = { error: 0, warning: 1, note: 2 }
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity] || (a.places[0]?.line ?? 0) - (b.places[0]?.line ?? 0))
}

function whyNot({ month, date, window }: Cover, { asOf }: RegisterAsked): string {
  const day = window?.to ?? date?.value
  if (day && day > asOf) return `the paper is of ${longDay(day)}, and the register tells of the time up to ${longDay(asOf)}`
  return month || day ? 'the time of the paper has not begun in the register' : 'the paper does not say of which month it is'
}

const termsIn = (register: Register): readonly string[] =>
  all(register, 'rule').flatMap(({ id }) =>
    id.startsWith('glossary-') ? (ruleOn(register, id, dayOf(register.on))?.value.title ?? []) : [],
  )
