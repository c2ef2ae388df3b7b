import type { Subject } from '../../domain/entry.ts'
import { idOf } from '../../domain/entry.ts'
import { type Outcome, type Stage, stages } from '../../domain/modification/modification.ts'
import { nameOf } from '../../domain/names.ts'
import { all, modifications, type Register } from '../../domain/register.ts'
import { wordsOf } from '../../report/words/code-words.ts'
import type { PageContext } from '../context.ts'
import { isEmpty, type RegisterFilter, type StandingAsked, standings } from '../register-filter.ts'

type Option = readonly [value: string, label: string]
type FilterName = Exclude<keyof RegisterFilter, 'q'>

/** The search and the filters of the register: a GET form, so that the address holds all of it. Works without scripts. */
export function FilterForm({ context, filter }: { readonly context: PageContext; readonly filter: RegisterFilter }) {
  const { answer, paths } = context.var
  const { register } = answer
  const { asof, known } = context.req.query()
  const { q, ...narrowed } = filter
  return (
    <form method="get" action="/sec/register" class="app-filter" aria-label="Search and filter">
      {asof && <input type="hidden" name="asof" value={asof} />}
      {known && <input type="hidden" name="known" value={known} />}
      <SearchBox value={q} />
      <details class="govuk-details app-details" open={Object.values(narrowed).some((value) => value !== '')}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Narrow by stage, proposer, Party, document or release</span>
        </summary>
        <div class="app-filter__fields">
          <Choice name="stage" label="Stage" options={stageOptions(register)} chosen={filter.stage} />
          <Choice name="proposer" label="Proposer" options={proposerOptions(register)} chosen={filter.proposer} />
          <Choice name="party" label="Party category affected" options={listed(register, 'parties')} chosen={filter.party} />
          <Choice name="document" label="Document affected" options={listed(register, 'documents')} chosen={filter.document} />
          <Choice name="release" label="Release" options={releaseOptions(register)} chosen={filter.release} />
          <div>
            <button class="govuk-button govuk-button--secondary" type="submit">
              Apply
            </button>
          </div>
        </div>
      </details>
      {!isEmpty(filter) && (
        <p class="govuk-body-s">
          <a class="govuk-link" href={paths.register()}>
            Clear search and filters
          </a>
        </p>
      )}
    </form>
  )
}

/** The box itself, for the register and the first page. */
export function SearchBox({ value = '' }: { readonly value?: string }) {
  return (
    <div class="app-search">
      <label class="govuk-label govuk-label--s" for="q">
        Find a modification
      </label>
      <div id="q-hint" class="govuk-hint">
        A reference in any spelling, or words of a title, also an old one
      </div>
      <div class="app-search__row">
        <input
          class="govuk-input"
          id="q"
          name="q"
          type="search"
          value={value}
          aria-describedby="q-hint"
          autocomplete="off"
          spellcheck={false}
        />
        <button class="govuk-button" type="submit">
          Search
        </button>
      </div>
    </div>
  )
}

type ChoiceProps = { readonly name: FilterName; readonly label: string; readonly options: readonly Option[]; readonly chosen: string }

function Choice({ name, label, options, chosen }: ChoiceProps) {
  const known = chosen === '' || options.some(([value]) => value === chosen)
  return (
    <div>
      <label class="govuk-label" for={name}>
        {label}
      </label>
      <select class="govuk-select" id={name} name={name}>
        <option value="">Any</option>
        {!known && (
          <option value={chosen} selected>
            {chosen}
          </option>
        )}
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What a filter's value is called: the label of its option, or the value itself. */
export function filterLabel(register: Register, name: FilterName, value: string): string {
  const options: Record<FilterName, (register: Register) => readonly Option[]> = {
    stage: stageOptions,
    proposer: proposerOptions,
    party: () => [],
    document: () => [],
    release: releaseOptions,
  }
  return options[name](register).find(([one]) => one === value)?.[1] ?? value
}

function stageOptions(register: Register): readonly Option[] {
  const words = wordsOf(register)
  const label = (one: StandingAsked): string => {
    if (one === 'ended') return 'Ended, in any way'
    if (one === 'unknown' || stages.includes(one as Stage)) return words.stage(one as Stage | 'unknown')
    return `Ended: ${words.outcome(one as Outcome)}`
  }
  return standings.map((one) => [one, label(one)])
}

function proposerOptions(register: Register): readonly Option[] {
  const proposers = new Set(modifications(register).flatMap(({ state }) => state.proposers.map(({ value }): Subject => value)))
  return [...proposers].map((subject): Option => [idOf(subject), nameOf(register, subject)]).sort(byLabel)
}

const releaseOptions = (register: Register): readonly Option[] =>
  all(register, 'release')
    .map(({ id, state }): Option => [id, state.name])
    .sort(byLabel)

/** The categories or documents that any modification names, as they are written. */
function listed(register: Register, field: 'parties' | 'documents'): readonly Option[] {
  const values = new Set(modifications(register).flatMap(({ state }) => state[field]?.value ?? []))
  return [...values].sort(collator.compare).map((value): Option => [value, value])
}

const collator = new Intl.Collator('en-GB', { numeric: true })
const byLabel = (a: Option, b: Option): number => collator.compare(a[1], b[1])
