import type { Child } from 'hono/jsx'
import { dated } from '../../../domain/calendar/format.ts'
import type { Subject } from '../../../domain/entry.ts'
import type { Fact } from '../../../domain/fact.ts'
import type { Modification } from '../../../domain/modification/modification.ts'
import { type Found, modifications, type Register } from '../../../domain/register.ts'
import { listText, relationText } from '../../../report/words/event-sentence.ts'
import { Cite } from '../source.tsx'
import type { View } from './view.ts'

type Told = { readonly name: string; readonly value?: Child }

/** What it is, each with its source; what no source tells is named in one line. */
export function Facts({ view }: { readonly view: View }) {
  const facts = tellAll(view)
  const told = facts.filter(({ value }) => value !== undefined)
  const missing = facts.filter(({ value }) => value === undefined).map(({ name }) => name)
  return (
    <>
      {told.length > 0 && (
        <dl class="app-facts">
          {told.map(({ name, value }) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {missing.length > 0 && <p class="govuk-body-s app-quiet">Not told by any source: {missing.join(', ')}.</p>}
    </>
  )
}

function tellAll(view: View): readonly Told[] {
  const { state } = view.found
  const { title, words } = view.names
  return [
    {
      name: 'Raised',
      ...told(
        view,
        state.raised,
        (fact) => `${dated(fact.on)}, as a ${fact.value === 'draft' ? 'Draft Proposal' : 'Modification Proposal'}`,
      ),
    },
    { name: 'Proposer', ...withHistory(view, state.proposers, title) },
    { name: 'Lead Analyst', ...told(view, state.analyst, ({ value }) => title(value)) },
    { name: 'Path', ...withHistory(view, state.paths, words.path) },
    { name: 'Parties affected', ...told(view, state.parties, ({ value }) => listText(value, 'none')) },
    { name: 'Documents affected', ...told(view, state.documents, ({ value }) => listText(value, 'none')) },
  ]
}

function told<T>(view: View, fact: Fact<T> | undefined, text: (fact: Fact<T>) => Child): Pick<Told, 'value'> {
  if (!fact) return {}
  return {
    value: (
      <>
        {text(fact)} <Cite sources={view.sources} place={fact.place} />
      </>
    ),
  }
}

/** The last one, and before it those that differ, each with its day and source. */
function withHistory<T>(view: View, facts: readonly Fact<T>[], text: (value: T) => string): Pick<Told, 'value'> {
  const last = facts.at(-1)
  if (!last) return {}
  const earlier = facts.filter(({ value }) => value !== last.value)
  return {
    value: (
      <>
        {text(last.value)} <Cite sources={view.sources} place={last.place} />
        {earlier.map(({ value, on, place }) => (
          <span class="app-quiet">
            ; before: {text(value)}, {dated(on)} <Cite sources={view.sources} place={place} />
          </span>
        ))}
      </>
    ),
  }
}

type Relation = { readonly text: string; readonly to: Subject; readonly place?: number }

type RelationTold = Modification['relations'][number]['value']['relation']

const straight: Record<RelationTold, string> = { ...relationText, 'superseded by': 'superseded by' }

/** The relation as the other one has it: what this one supersedes is superseded by it. */
const reversed: Record<RelationTold, string> = {
  'part of': 'has as a part',
  supersedes: 'superseded by',
  'superseded by': 'supersedes',
  'consequential on': 'has as a consequence',
  'joint with': 'taken jointly with',
  'same proposal as': 'the same proposal as',
}

/** Its relations in both directions; one told from both ends is shown once. */
export function relationsOf(register: Register, { subject, state }: Found<'modification'>): readonly Relation[] {
  const own = state.relations.map(({ value, place }): Relation => ({ text: straight[value.relation], to: value.to, place }))
  const others = modifications(register).flatMap((other) =>
    other.state.relations
      .filter(({ value }) => value.to === subject)
      .map(({ value }): Relation => ({ text: reversed[value.relation], to: other.subject })),
  )
  return [...own, ...others.filter(({ to, text }) => !own.some((one) => one.to === to && one.text === text))]
}

export function Relations({ view, relations }: { readonly view: View; readonly relations: readonly Relation[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {relations.map(({ text, to, place }) => (
        <li>
          {text.replace(/^./, (letter) => letter.toUpperCase())}{' '}
          <a class="govuk-link" href={view.paths.subject(to)}>
            {view.names.name(to)}
          </a>{' '}
          {place !== undefined && <Cite sources={view.sources} place={place} />}
        </li>
      ))}
    </ul>
  )
}
