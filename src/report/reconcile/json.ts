import type { ClaimKind, Verdict } from './claim.ts'
import type { Finding } from './finding.ts'
import type { Place } from './paper.ts'
import type { Reconciliation } from './reconcile.ts'

/** What a paper claims and what does not tie, for programs. */
export type ReconciliationJson = {
  readonly format: 'reconciliation/1'
  readonly paper: string
  readonly remark?: string
  readonly notCompared?: string
  readonly claims: readonly {
    readonly id: string
    readonly kind: ClaimKind
    readonly subject: string
    readonly value: string | number
    readonly place: Place
    readonly verdict: Verdict
    readonly detail: string
  }[]
  readonly findings: readonly Finding[]
}

export function reconciliationJson({ paper, remark, notCompared, claims, findings }: Reconciliation): ReconciliationJson {
  return {
    format: 'reconciliation/1',
    paper,
    ...(remark === undefined ? {} : { remark }),
    ...(notCompared === undefined ? {} : { notCompared }),
    claims: claims.map(({ id, kind, subject, value, place, verdict, detail }) => ({ id, kind, subject, value, place, verdict, detail })),
    findings,
  }
}
