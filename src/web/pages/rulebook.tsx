import { rulebookFile } from '../../app/rulebook-file.ts'
import { mayAct } from '../../domain/access.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import { longDay, weekdayName } from '../../domain/calendar/format.ts'
import { isRefused } from '../../domain/refusal.ts'
import { all } from '../../domain/register.ts'
import { rowsInForce } from '../../domain/rulebook/rows-in-force.ts'
import type { Row } from '../../domain/rulebook/rulebook.ts'
import { certaintyText, enforcementText, inForceText, ruleValueText } from '../../report/words/rule-value.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../parts/layout.tsx'
import { groupedRows } from '../parts/rulebook/groups.ts'
import { RowSource } from '../parts/rulebook/row-source.tsx'

/** GET: every rule in force on the day asked for: what it says, by which clause, how sure that is, and what breaking it does. */
export function rulebookPage(context: PageContext) {
  const { answer, paths } = context.var
  const groups = groupedRows(rowsInForce(answer.register, answer.asof))
  return context.html(
    <Layout context={context} title="Rulebook" section="rulebook">
      <h1 class="govuk-heading-l">Rulebook</h1>
      <p class="govuk-body-l">
        The rules, words and wordings in force on {longDay(answer.asof)}. Every deadline, right and refusal here comes from one of them.
      </p>
      <ul class="govuk-list">
        {groups.map(({ id, title, rows }) => (
          <li>
            <a class="govuk-link" href={`#${id}`}>
              {title}
            </a>{' '}
            <span class="app-quiet">{rows.length}</span>
          </li>
        ))}
        <li>
          <a class="govuk-link" href="#bank-holidays">
            Bank holidays
          </a>
        </li>
      </ul>
      <KeepIt context={context} />
      {groups.map(({ id, title, about, rows }) => (
        <section>
          <h2 class="govuk-heading-m" id={id}>
            {title}
          </h2>
          {about && <p class="govuk-body">{about}</p>}
          <dl class="app-terms">
            {rows.map((row) => (
              <RowInForce context={context} row={row} />
            ))}
          </dl>
        </section>
      ))}
      <BankHolidays context={context} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.bodies()}>
          Bodies, their seats, and organisations
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.rulebookJson()}>
          The rulebook as a file (JSON)
        </a>
      </p>
    </Layout>,
  )
}

/** GET: the same as a file: it comes in again by `codicil rulebook import`, or by its page. */
export function rulebookJson(context: PageContext) {
  const { answer } = context.var
  return context.body(`${JSON.stringify(rulebookFile(answer.register, answer.asof), null, 2)}\n`, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="rulebook-${answer.asof}.json"`,
  })
}

type RowProps = { readonly context: PageContext; readonly row: Row }

function RowInForce({ context, row }: RowProps) {
  const { answer, paths, site } = context.var
  const value = ruleValueText(row.value, namesIn(answer.register, site.grammar).name)
  return (
    <div class="app-terms__term" id={row.id}>
      <dt>
        <a class="govuk-link" href={paths.rule(row.id)}>
          {row.title}
        </a>
      </dt>
      <dd>
        <strong>{value.length > LONG ? `${value.slice(0, LONG)}…` : value}</strong>
        <span class="app-under">
          {row.clause}; {certaintyText(row.certainty)}; {enforcementText(row.enforcement)}
          {inForceText(row)}. Source: <RowSource source={row.source} />
        </span>
      </dd>
    </div>
  )
}

/** A longer value is read on the page of its row. */
const LONG = 160

function BankHolidays({ context }: { readonly context: PageContext }) {
  const { answer, paths } = context.var
  const holidays = all(answer.register, 'holiday')
    .map(({ state }) => state.declared.value)
    .filter(({ date }) => date >= answer.asof)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  const withdraws = mayKeep(context)
  return (
    <section>
      <h2 class="govuk-heading-m" id="bank-holidays">
        Bank holidays
      </h2>
      <p class="govuk-body">In England and Wales, from {longDay(answer.asof)}. None of them is a Working Day.</p>
      <ul class="govuk-list">
        {holidays.map(({ date, name }) => (
          <li>
            {weekdayName(date)} {longDay(date)}: {name}
            {withdraws && (
              <>
                {' '}
                <a class="govuk-link" href={paths.act('withdraw-holiday', `holiday/${date}`)}>
                  Withdraw<span class="govuk-visually-hidden"> {longDay(date)}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What who keeps the rulebook may do with it; nothing for others, or on a page of the past. */
function KeepIt({ context }: { readonly context: PageContext }) {
  const { paths } = context.var
  if (!mayKeep(context)) return null
  return (
    <nav class="app-offered" aria-label="What you may do">
      <h2 class="govuk-heading-s">What you may do</h2>
      <ul>
        {[
          [paths.act('add-rule'), 'Add a rule'],
          [paths.act('declare-holiday'), 'Declare a bank holiday'],
          [paths.rulebookFile(), 'Bring in a rulebook file'],
        ].map(([href, label]) => (
          <li>
            <a class="govuk-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function mayKeep({ var: { answer, principal } }: PageContext): boolean {
  const { register } = answer
  if (!answer.isPresent) return false
  return !isRefused(mayAct(givenNow(register, register.on), principal, { act: 'AddRule', subject: 'rule/new' }))
}
