import { dayOf } from '../../domain/calendar/moment.ts'
import { all, type Register, ruleOn } from '../../domain/register.ts'
import type { Row } from '../../domain/rulebook/rulebook.ts'
import { wordsTable } from '../../domain/rulebook/words.ts'
import type { FigureDefinition } from '../../report/figures/definitions.ts'
import { figureDefinitions } from '../../report/figures/definitions.ts'
import { anchorOf, figureAnchor } from '../anchor.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../parts/layout.tsx'
import { RowSource } from '../parts/rulebook/row-source.tsx'

/** The terms of the Code in plain English, and what each figure of the reports counts. */
export function glossaryPage(context: PageContext) {
  const { register } = context.var.answer
  const figures = figureDefinitions(Object.keys(wordsTable(register, 'words-assessment-kinds')))
  const terms = termsIn(register)
  return context.html(
    <Layout context={context} title="Glossary" section="glossary">
      <h1 class="govuk-heading-l">Glossary</h1>
      <p class="govuk-body-l">What the Code’s words mean, in plain English, and what each figure of the papers counts.</p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="#terms">
            {terms.length} terms of the Code
          </a>
        </li>
        <li>
          <a class="govuk-link" href="#figures">
            {figures.length} figures
          </a>
        </li>
      </ul>
      <h2 class="govuk-heading-m" id="terms">
        Terms
      </h2>
      <Terms terms={terms} />
      <h2 class="govuk-heading-m" id="figures">
        Figures
      </h2>
      <p class="govuk-body">
        Each figure of a report is worked out from the register by one of these definitions, and names its members. A definition is never
        edited, only followed by its next version. WD stands for days as the paper counts them: weekdays, both ends counted, bank holidays
        not taken out.
      </p>
      <Figures figures={figures} />
    </Layout>,
  )
}

/** The rows of the rulebook that explain a term, by name. */
function termsIn(register: Register): readonly Row[] {
  const day = dayOf(register.on)
  const rows = all(register, 'rule').flatMap(({ id }) => (id.startsWith('glossary-') ? [ruleOn(register, id, day)?.value] : []))
  return rows.filter((row) => row !== undefined).sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))
}

function Terms({ terms }: { readonly terms: readonly Row[] }) {
  return (
    <dl class="app-terms">
      {terms.map(({ title, value, source }) => (
        <div class="app-terms__term" id={anchorOf(title)}>
          <dt>{title}</dt>
          <dd>
            {value.kind === 'word' && value.word}{' '}
            <span class="app-quiet">
              Source: <RowSource source={source} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Figures({ figures }: { readonly figures: readonly FigureDefinition[] }) {
  return (
    <dl class="app-terms">
      {figures.map(({ id, v, title, unit, definition }) => (
        <div class="app-terms__term" id={figureAnchor(id)}>
          <dt>
            {title}
            <code class="app-terms__id">
              {id}, version {v}
            </code>
          </dt>
          <dd>
            {definition} <span class="app-quiet">In {unit}.</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
