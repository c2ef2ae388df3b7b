import type { TextId } from '../../../domain/entry.ts'
import type { Modification } from '../../../domain/modification/modification.ts'
import type { SiteApp } from '../../context.ts'

/** The texts that a page shows, in clear; one that is not held any more is not among them. */
export type Texts = ReadonlyMap<TextId, string>

/** What was written of the proposal, its assessments, consultations, solutions and ballots. */
export async function refinementTexts(app: SiteApp, state: Modification): Promise<Texts> {
  const ids = [
    ...assessmentTexts(state),
    ...solutionTexts(state),
    ...consultationTexts(state),
    ...ballotTexts(state),
    ...proposalTexts(state),
  ].filter((id) => id !== undefined)
  const read = await Promise.all(ids.map(async (id) => [id, await app.text(id)] as const))
  return new Map(read.flatMap(([id, text]) => (text === undefined ? [] : [[id, text]])))
}

const assessmentTexts = ({ assessments }: Modification) =>
  Object.values(assessments).flatMap(({ requested, declined, returned, cancelled, questions, costs }) => [
    requested?.value.request,
    declined?.value.missing,
    returned?.value.text,
    cancelled?.value.why,
    ...Object.values(questions).flatMap(({ text, answered }) => [text, answered?.value.text]),
    ...costs.map(({ value }) => value.lines),
  ])

const solutionTexts = ({ solutions, considered }: Modification) => [
  ...Object.values(solutions).flatMap(({ proposed, versions }) => [
    proposed.value.why,
    ...versions.flatMap(({ value }) => [value.text, value.reason]),
  ]),
  ...considered.map(({ value }) => value.outcome),
]

const proposalTexts = ({ sections, comments, priorities, appeals, referrals, urgencyAsked, terms }: Modification) => [
  ...referrals.flatMap(({ made, decided }) => [made.value.grounds, decided?.value.why]),
  urgencyAsked?.value.why,
  ...terms.map(({ value }) => value),
  ...Object.values(sections).flatMap((versions) => versions.map(({ value }) => value)),
  ...comments.map(({ value }) => value.text),
  ...priorities.map(({ value }) => value.rationale),
  ...appeals.made.flatMap(({ made, decided }) => [made.value.grounds, decided?.value.why]),
]

const consultationTexts = ({ consultations }: Modification) =>
  Object.values(consultations).flatMap(({ opened, cancelled }) => [opened?.value.text, cancelled?.value.why])

const ballotTexts = ({ votings }: Modification) =>
  Object.values(votings).flatMap(({ votes, interests, rulings }) => [
    ...Object.values(votes).flatMap((said) => said.map(({ value }) => value.reason)),
    ...interests.map(({ value }) => value.interest),
    ...rulings.map(({ value }) => value.why),
  ])

type WrittenProps = { readonly texts: Texts; readonly id: TextId | undefined; readonly name: string }

/** Longer than this, a text is folded away under its name. */
const LONG = 240

/** What somebody wrote: short ones in full, long ones to be opened; nothing where there is none. */
export function WrittenText({ texts, id, name }: WrittenProps) {
  const text = id && texts.get(id)
  if (!text) return null
  if (text.length <= LONG && !text.includes('\n')) return <span class="app-under">{text}</span>
  return (
    <details class="govuk-details app-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{name}</span>
      </summary>
      <div class="govuk-details__text">
        {text.split(/\n{2,}/).map((paragraph) => (
          <p class="govuk-body-s">{paragraph}</p>
        ))}
      </div>
    </details>
  )
}
