import type { Consultation } from '../../../domain/consultation/consultation.ts'
import { isOverdue } from '../../../domain/modification/next-step.ts'
import { type Found, modifications } from '../../../domain/register.ts'
import { wordsOf } from '../../../report/words/code-words.ts'
import { consultationName } from '../../../report/words/event-sentence.ts'
import { closingText, expectedText } from '../../../report/words/planned-for.ts'
import type { PageContext } from '../../context.ts'
import { referenceIn } from '../../paths.ts'
import { ToAnswer } from '../consultation/to-answer.tsx'

type Asked = { readonly found: Found<'modification'>; readonly consultation: Consultation }
type Props = { readonly context: PageContext }

/** What is open for comment, the first to close first; or when the next are expected. */
export function OpenForComment({ context }: Props) {
  const all = consultationsOf(context)
  const open = all.filter(({ consultation }) => consultation.status === 'open').sort(byClosing)
  const planned = all.filter(({ found, consultation }) => consultation.status === 'planned' && found.state.standing.value.stage !== 'ended')
  const overdue = planned.filter(({ consultation }) => isOverdue(consultation, context.var.answer.asof))
  const expected = planned.filter((one) => !overdue.includes(one))
  return (
    <section>
      <h2 class="govuk-heading-m">Open for comment</h2>
      {open.length === 0 ? (
        <p class="govuk-body">No consultation is open, as far as the sources tell.</p>
      ) : (
        <Open context={context} some={open} />
      )}
      {expected.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Expected</h3>
          <Expected context={context} some={expected} />
        </>
      )}
      {overdue.length > 0 && (
        <details class="govuk-details app-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {overdue.length} expected earlier, of which no source tells that they were issued
            </span>
          </summary>
          <Expected context={context} some={overdue} />
        </details>
      )}
    </section>
  )
}

function consultationsOf({ var: { answer } }: PageContext): readonly Asked[] {
  return modifications(answer.register).flatMap((found) =>
    Object.values(found.state.consultations).map((consultation) => ({ found, consultation })),
  )
}

/** Those whose closing no source tells come last. */
const byClosing = (a: Asked, b: Asked): number => ((a.consultation.closes ?? '9999') < (b.consultation.closes ?? '9999') ? -1 : 1)

const openText = ({ closes }: Consultation): string => (closes ? `closes at ${closingText(closes)}` : 'no source tells when it closes')

function expectedOf({ planned }: Consultation): string {
  if (!planned) return ''
  const { expected, lengthWorkingDays, condition } = planned.value
  return ` ${expectedText(expected)}${lengthWorkingDays === undefined ? '' : `, for ${lengthWorkingDays} Working Days`}${condition ? `, subject to ${condition}` : ''}`
}

type ListProps = Props & { readonly some: readonly Asked[] }

/** The open ones, each with its closing. */
function Open({ context, some }: ListProps) {
  const words = wordsOf(context.var.answer.register)
  return (
    <ul class="govuk-list app-lines">
      {some.map(({ found, consultation }) => (
        <li>
          <Named context={context} found={found} />
          <span class="app-lines__more">
            <a class="govuk-link" href={context.var.paths.consultation(consultation.id)}>
              {consultationName(consultation.id, words)}
            </a>
            , {openText(consultation)}
          </span>
          <ToAnswer context={context} asked={{ found, consultation }} />
        </li>
      ))}
    </ul>
  )
}

/** The expected ones; those of which the same is told share one line. */
function Expected({ context, some }: ListProps) {
  const words = wordsOf(context.var.answer.register)
  const groups = Map.groupBy(some, ({ consultation }) => `${consultationName(consultation.id, words)}${expectedOf(consultation)}`)
  return (
    <ul class="govuk-list app-lines">
      {[...groups].map(([text, asked]) => (
        <li>
          {text}
          <ul class="app-plain-list app-lines__members">
            {asked.map(({ found }) => (
              <li>
                <Named context={context} found={found} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Named({ context, found }: Props & { readonly found: Asked['found'] }) {
  const { answer, paths, site } = context.var
  return (
    <>
      <a class="govuk-link app-reference" href={paths.modification(found.id, 'consultations')}>
        {referenceIn(answer.register, site.grammar, found.id)}
      </a>{' '}
      {found.state.title?.value}
    </>
  )
}
