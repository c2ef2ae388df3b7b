import { dated, longDay } from '../../../domain/calendar/format.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import { closingText } from '../../../report/words/planned-for.ts'
import { Cite } from '../source.tsx'
import { type Texts, WrittenText } from './texts.tsx'
import type { View } from './view.ts'

type Props = { readonly view: View; readonly texts: Texts }

/** The sections of the proposal in the order of the template, each with how often it was written anew. */
export function ProposalSections({ view, texts }: Props) {
  return (
    <>
      {Object.entries(view.found.state.sections).map(([name, versions]) => {
        const last = versions.at(-1)
        return (
          <section>
            <h3 class="govuk-heading-s">{name}</h3>
            {last && (
              <p class="govuk-body-s">
                {dated(last.on)}
                {versions.length > 1 && `, version ${versions.length}`} <Cite sources={view.sources} place={last.place} />
                <WrittenText texts={texts} id={last.value} name={name} />
              </p>
            )}
            {versions.length > 1 && (
              <details class="govuk-details app-details">
                <summary class="govuk-details__summary">
                  <span class="govuk-details__summary-text">Earlier texts</span>
                </summary>
                <ol class="govuk-details__text govuk-list govuk-list--number">
                  {versions.slice(0, -1).map(({ value, on }) => (
                    <li>
                      {dated(on)}
                      <WrittenText texts={texts} id={value} name={name} />
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </section>
        )
      })}
    </>
  )
}

/** What bodies said of it before it went on. */
export function Comments({ view, texts }: Props) {
  return (
    <ul class="govuk-list app-lines">
      {view.found.state.comments.map(({ value, on, place }) => (
        <li>
          <span class="app-lines__day">{dated(on)}</span>{' '}
          {value.by === 'unknown'
            ? value.asks
              ? 'More was asked for'
              : 'A comment'
            : `${capitalised(view.names.name(value.by))} ${value.asks ? 'asked for more' : 'commented'}`}{' '}
          <Cite sources={view.sources} place={place} />
          <WrittenText texts={texts} id={value.text} name="The comment" />
        </li>
      ))}
    </ul>
  )
}

/** The priority in force, with those before it. */
export function Priorities({ view, texts }: Props) {
  return (
    <ul class="govuk-list app-lines">
      {[...view.found.state.priorities].reverse().map(({ value, on, place }, index) => (
        <li>
          <span class="app-lines__day">{dated(on)}</span> {index === 0 ? <strong>{value.category}</strong> : value.category}
          {value.by !== 'unknown' && `, by ${view.names.name(value.by)}`}: {value.criteria.join('; ')}
          {value.lead && `. The ${value.lead} leads`}
          {value.review && `. Reviewed on ${longDay(value.review)}`} <Cite sources={view.sources} place={place} />
          <WrittenText texts={texts} id={value.rationale} name="Rationale" />
        </li>
      ))}
    </ul>
  )
}

/** What its Proposer referred, and what was decided on it. */
export function Referrals({ view, texts }: Props) {
  return (
    <ul class="govuk-list app-lines">
      {view.found.state.referrals.map(({ made: { value, on, place }, decided }) => (
        <li>
          <span class="app-lines__day">{dated(on)}</span> Its {value.matter} was referred to {view.names.name(value.to)}
          {value.by !== 'unknown' && ` by ${view.names.name(value.by)}`} <Cite sources={view.sources} place={place} />
          <WrittenText texts={texts} id={value.grounds} name="Grounds" />
          <span class="app-under">
            {decided
              ? `${dated(decided.on)}: ${decided.value.outcome === 'stands' ? 'what was decided stands' : 'set aside'}, by ${view.names.name(decided.value.by)}`
              : 'Not decided yet'}
          </span>
          <WrittenText texts={texts} id={decided?.value.why} name="Why" />
        </li>
      ))}
    </ul>
  )
}

export const hasAppeals = ({ found: { state } }: View): boolean => state.appeals.window !== undefined

/** Until when the decision may be appealed against, and the appeals. */
export function AppealsTold({ view, texts }: Props) {
  const { window, made } = view.found.state.appeals
  if (!window) return null
  const { to, lapses, open } = window.value
  return (
    <>
      <p class="govuk-body">
        The decision was published on {dated(window.on)}. It {open ? 'may' : 'could'} be appealed against to {view.names.name(to)} until{' '}
        {closingText(lapses)}. <Cite sources={view.sources} place={window.place} />
      </p>
      <ul class="govuk-list app-lines">
        {made.map(({ made: { value, on, place }, decided }) => (
          <li>
            <span class="app-lines__day">{dated(on)}</span> Appealed to {view.names.name(value.to)}
            {value.by !== 'unknown' && ` by ${view.names.name(value.by)}`} <Cite sources={view.sources} place={place} />
            <WrittenText texts={texts} id={value.grounds} name="Grounds" />
            <span class="app-under">
              {decided
                ? `${dated(decided.on)}: ${decided.value.outcome === 'approve' ? 'approved' : 'rejected'} by ${view.names.name(decided.value.by)}`
                : 'Not decided yet'}
            </span>
            <WrittenText texts={texts} id={decided?.value.why} name="Why" />
          </li>
        ))}
      </ul>
    </>
  )
}
