import { isRefused } from '../../../domain/refusal.ts'
import { type JudgedClaim, type Verdict, verdicts } from '../../../report/reconcile/claim.ts'
import { claimName } from '../../../report/reconcile/claim-name.ts'
import type { Reconciliation } from '../../../report/reconcile/reconcile.ts'
import type { RegisterAsked } from '../../../report/reconcile/register/context.ts'
import { factFileOf } from '../../../report/reconcile/taking/fact-file-of.ts'
import { verdictWords } from '../../../report/reconcile/text.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import type { PageContext } from '../../context.ts'
import { DataTable } from '../data-table.tsx'

type ClaimsProps = {
  readonly context: PageContext
  readonly asked: RegisterAsked
  readonly reconciled: Reconciliation
  readonly mayTake: boolean
}

/** What became of each claim; what is not supported can be taken in, by who administers. */
export function Claims({ context, asked, reconciled, mayTake }: ClaimsProps) {
  const of = (verdict: Verdict) => reconciled.claims.filter((claim) => claim.verdict === verdict)
  return (
    <section>
      <h2 class="govuk-heading-m" id="claims">
        Claims against the register
      </h2>
      <p class="govuk-body">
        {verdicts.map((verdict) => `${of(verdict).length} ${verdictWords[verdict]}`).join(', ')}. Each is held against the register as it
        was on the paper’s own days.
      </p>
      <NotSupported context={context} asked={asked} reconciled={reconciled} claims={of('not supported')} mayTake={mayTake} />
      {(['contradicted', 'holds'] as const).map((verdict) => (
        <Folded verdict={verdict} claims={of(verdict)} />
      ))}
    </section>
  )
}

function NotSupported({ context, asked, reconciled, claims, mayTake }: ClaimsProps & { readonly claims: readonly JudgedClaim[] }) {
  if (claims.length === 0) return null
  const files = new Map(
    mayTake
      ? claims.flatMap(({ id }) => [factFileOf(reconciled, id, asked)].flatMap((file) => (isRefused(file) ? [] : [[id, file] as const])))
      : [],
  )
  const [first] = files.values()
  const list = (
    <ul class="govuk-list app-claims">
      {claims.map((claim, index) => {
        const file = files.get(claim.id)
        return <li>{file ? <Choice claim={claim} index={index} facts={JSON.stringify(file.facts)} /> : <Told claim={claim} />}</li>
      })}
    </ul>
  )
  return (
    <>
      <h3 class="govuk-heading-s">Not supported by what is known</h3>
      {first ? (
        <form method="post" action={context.var.paths.takeClaims()} novalidate class="app-form">
          <input type="hidden" name="csrf" value={context.var.csrf} />
          <input type="hidden" name="source" value={JSON.stringify({ source: first.source, arrives: first.arrives })} />
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend">
              What is chosen is taken into the register, with the paper as its source. It is shown first.
            </legend>
            <div class="govuk-checkboxes govuk-checkboxes--small">{list}</div>
          </fieldset>
          <button class="govuk-button" type="submit">
            Show what would be recorded
          </button>
        </form>
      ) : (
        list
      )}
    </>
  )
}

function Choice({ claim, index, facts }: { readonly claim: JudgedClaim; readonly index: number; readonly facts: string }) {
  return (
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" type="checkbox" id={`claim-${index}`} name="facts" value={facts} />
      <label class="govuk-label govuk-checkboxes__label" for={`claim-${index}`}>
        <Told claim={claim} />
      </label>
    </div>
  )
}

const Told = ({ claim }: { readonly claim: JudgedClaim }) => (
  <>
    <strong>{claimName(claim)}</strong>
    {claim.about.is === 'member' ? '' : `: ${claim.value}`} <span class="app-quiet">(line {claim.place.line})</span>
    <br />
    {capitalised(claim.detail)}.
  </>
)

const oneWords: Readonly<Record<Verdict, string>> = { holds: 'holds', contradicted: 'is contradicted', 'not supported': 'is not supported' }

function Folded({ verdict, claims }: { readonly verdict: Verdict; readonly claims: readonly JudgedClaim[] }) {
  if (claims.length === 0) return null
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {claims.length === 1 ? `One claim ${oneWords[verdict]}` : `${claims.length} claims ${verdictWords[verdict]}`}
        </span>
      </summary>
      <div class="govuk-details__text">
        <DataTable
          caption={`Claims that ${verdictWords[verdict]}`}
          captionIs="hidden"
          columns={[{ label: 'Claim' }, { label: 'Told' }, { label: 'Line', numeric: true }, { label: 'In the register' }]}
          rows={claims.map((claim) => ({ cells: [claimName(claim), String(claim.value), claim.place.line, capitalised(claim.detail)] }))}
        />
      </div>
    </details>
  )
}
