import { formOf } from '../../app/acting/forms.ts'
import { inForceWritten, rowValueWritten } from '../../app/acting/row-value.ts'
import { actTypes, ruleOf } from '../../domain/acting/acts.ts'
import { dated } from '../../domain/calendar/format.ts'
import type { Fact } from '../../domain/fact.ts'
import { find, type Register } from '../../domain/register.ts'
import { openDeadlines, rowsOf } from '../../domain/rulebook/moves.ts'
import { type Row, rowInForce } from '../../domain/rulebook/rulebook.ts'
import { closesText, deadlineText } from '../../report/words/deadline.ts'
import { appliesToText, certaintyText, enforcementText, inForceText, ruleValueText } from '../../report/words/rule-value.ts'
import { type Names, namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../parts/layout.tsx'
import { RowSource } from '../parts/rulebook/row-source.tsx'
import { notFound } from './problem.tsx'
import { mayKeep } from './rulebook.tsx'

/** GET: one rule: what it says on the day asked for, what it decides now, and what it said before. */
export function rulePage(context: PageContext) {
  const { answer, site } = context.var
  const state = find(answer.register, 'rule', context.req.param('row') ?? '')?.state
  if (!state) return notFound(context, site)
  const inForce = rowInForce(state, answer.asof)
  const { value: row } = inForce ?? state.row
  return context.html(
    <Layout context={context} title={row.title} section="rulebook">
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={context.var.paths.rulebook(row.id)}>
            Rulebook
          </a>
        </span>
        {row.title}
      </h1>
      {!inForce && <p class="govuk-body">It is not in force on the day asked for.</p>}
      <Told row={row} name={namesIn(answer.register, site.grammar).name} />
      <Decides context={context} id={row.id} />
      <History facts={[...state.earlier, state.row]} context={context} />
      <KeepIt context={context} row={state.row.value} />
    </Layout>,
  )
}

function Told({ row, name }: { readonly row: Row; readonly name: Names['name'] }) {
  const { kind } = row.value
  const told: readonly (readonly [string, unknown])[] = [
    ['Value', kind === 'table' || kind === 'list' ? <Lines value={rowValueWritten(row.value)} /> : ruleValueText(row.value, name)],
    ['Clause', row.clause],
    ['In force', inForceText(row).replace(/^, in force /, '') || 'always'],
    ['Applies to', appliesToText(row.appliesTo)],
    ['How sure it is', certaintyText(row.certainty)],
    ['What breaking it does', enforcementText(row.enforcement)],
    ['Source', <RowSource source={row.source} />],
    ['Name of the row', <code>{row.id}</code>],
  ]
  return (
    <dl class="govuk-summary-list">
      {told.map(([key, value]) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Lines({ value }: { readonly value: string }) {
  return (
    <ul class="govuk-list">
      {value.split('\n').map((line) => (
        <li>{line.replace(/^- /, '')}</li>
      ))}
    </ul>
  )
}

type ContextProps = { readonly context: PageContext }

/** The acts that it judges, and the deadlines that were counted by it and are open. */
function Decides({ context, id }: ContextProps & { readonly id: string }) {
  const { answer, paths, site } = context.var
  const names = namesIn(answer.register, site.grammar)
  const acts = actTypes.filter((type) => ruleOf(type).row === id).map((type) => formOf(type).title)
  const deadlines = deadlinesBy(answer.register, id)
  return (
    <section>
      <h2 class="govuk-heading-m">What it decides now</h2>
      {acts.length + deadlines.length === 0 && (
        <p class="govuk-body">No step names it as the rule it is taken by, and no deadline that is open was counted by it.</p>
      )}
      {acts.length > 0 && <p class="govuk-body">Steps taken by it: {acts.join(', ')}.</p>}
      {deadlines.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {deadlines.map((deadline) => (
            <li>
              <a class="govuk-link" href={paths.subject(deadline.subject) ?? paths.rulebook()}>
                {names.name(deadline.subject)}
              </a>
              : {deadlineText(deadline, names)} closes at {closesText(deadline)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const deadlinesBy = (register: Register, id: string) => openDeadlines(register).filter((deadline) => rowsOf(deadline).includes(id))

function History({ facts, context }: ContextProps & { readonly facts: readonly Fact<Row>[] }) {
  const { answer, paths, site } = context.var
  const names = namesIn(answer.register, site.grammar)
  return (
    <section>
      <h2 class="govuk-heading-m">History</h2>
      <ol class="govuk-list">
        {[...facts].reverse().map(({ value, on, place }) => (
          <li>
            {dated(on)}: {ruleValueText(value.value, names.name)}
            {inForceText(value)}
            <span class="app-under">
              {value.clause}; {enforcementText(value.enforcement)}.{' '}
              <a class="govuk-link" href={paths.entry(place)}>
                Entry {place}
              </a>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Its form, filled with what it says now: what is not changed stays. */
function KeepIt({ context, row }: ContextProps & { readonly row: Row }) {
  if (!mayKeep(context)) return null
  const { id, value, inForce, ...told } = row
  const fields = { ...told, value: rowValueWritten(value), inForce: inForceWritten(inForce) }
  return (
    <nav class="app-offered" aria-label="What you may do">
      <h2 class="govuk-heading-s">What you may do</h2>
      <ul>
        <li>
          <a class="govuk-link" href={context.var.paths.act('change-rule', `rule/${id}`, fields)}>
            Change it
          </a>
        </li>
        <li>
          <a class="govuk-link" href={context.var.paths.act('end-rule', `rule/${id}`)}>
            End it
          </a>
        </li>
      </ul>
    </nav>
  )
}
