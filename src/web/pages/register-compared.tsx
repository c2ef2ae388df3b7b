import { type CalendarDate, parseCalendarDate } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { compareIds, type ModificationId } from '../../domain/modification/reference.ts'
import { nameOf } from '../../domain/names.ts'
import { type Found, find, modifications, type Register } from '../../domain/register.ts'
import { firstDayReported } from '../../report/change-status/window.ts'
import { standingInFull, wordsOf } from '../../report/words/code-words.ts'
import type { PageContext } from '../context.ts'
import { csvAnswer } from '../csv.ts'
import { DataTable } from '../parts/data-table.tsx'
import { Layout } from '../parts/layout.tsx'
import { releasesOf } from '../parts/register/rows.tsx'
import { referenceIn } from '../paths.ts'
import { refusedPage } from './problem.tsx'

type Hit = Found<'modification'>
/** What the register says of a modification, field by field, as words. */
type Told = Readonly<Record<(typeof fields)[number], string>>
/** A modification that differs between the two days; undefined where it was not there. */
type Difference = {
  readonly reference: string
  readonly id: string
  readonly title: string
  readonly before: Told | undefined
  readonly after: Told | undefined
}
type Compared = {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly differences: readonly Difference[]
  readonly same: number
}

const fields = ['title', 'standing', 'path', 'proposer', 'releases'] as const
const labels: Record<(typeof fields)[number], string> = {
  title: 'Title',
  standing: 'Stage and step',
  path: 'Path',
  proposer: 'Proposer',
  releases: 'Release',
}

/** GET: what differs between the register as at the day that is asked for and another, today where none is named. */
export function registerCompared(context: PageContext) {
  const compared = comparedIn(context)
  return compared instanceof Response || compared instanceof Promise
    ? compared
    : context.html(<View context={context} compared={compared} />)
}

const columns = ['reference', 'title', 'field', 'before', 'after', 'from', 'to'] as const

/** The same as CSV: one line for each field that differs. */
export function registerComparedCsv(context: PageContext) {
  const compared = comparedIn(context)
  if (compared instanceof Response || compared instanceof Promise) return compared
  const { from, to, differences } = compared
  const rows = differences.flatMap(({ reference, title, before, after }) =>
    differing(before, after).map((field) => ({
      reference,
      title,
      field,
      before: before?.[field] ?? '',
      after: after?.[field] ?? '',
      from,
      to,
    })),
  )
  return csvAnswer(context, columns, rows)
}

function comparedIn(context: PageContext): Compared | Response | Promise<Response> {
  const { answer, site } = context.var
  const asked = context.req.query('with')
  const other = asked === undefined || asked === '' ? answer.today : parseCalendarDate(asked)
  if (!other || other < firstDayReported || other > answer.today)
    return refusedPage(
      context,
      site,
      400,
      `with must be a day up to today like 2019-10-04, and is “${asked}”`,
      'Correct it in the address.',
    )
  const [from, to] = answer.asof <= other ? [answer.asof, other] : [other, answer.asof]
  const [then, later] = [answer.registerOn(from), answer.registerOn(to)]
  const ids = [...new Set([...named(then), ...named(later)].map(({ id }) => id))].toSorted((a, b) =>
    compareIds(a as ModificationId, b as ModificationId),
  )
  const all = ids.map((id) => {
    const [first, last] = [find(then, 'modification', id), find(later, 'modification', id)]
    const title = (last ?? first)?.state.title?.value ?? ''
    return {
      id,
      reference: referenceIn(last ? later : then, site.grammar, id),
      title,
      before: first && toldOf(then, first),
      after: last && toldOf(later, last),
    }
  })
  const differences = all.filter((each) => differing(each.before, each.after).length > 0)
  return { from, to, differences, same: all.length - differences.length }
}

const named = (register: Register): readonly Hit[] => modifications(register).filter(({ state }) => !state.unidentified)

const differing = (before: Told | undefined, after: Told | undefined) => fields.filter((field) => before?.[field] !== after?.[field])

function toldOf(register: Register, hit: Hit): Told {
  const { title, standing, path, proposer, onHold } = hit.state
  const words = wordsOf(register)
  return {
    title: title?.value ?? '',
    standing: `${standingInFull(words, standing.value)}${onHold ? ' (on hold)' : ''}`,
    path: path ? words.path(path.value) : '',
    proposer: proposer ? nameOf(register, proposer.value) : '',
    releases: releasesOf(hit)
      .map((id) => find(register, 'release', id)?.state.name ?? id)
      .join(', '),
  }
}

function View({ context, compared: { from, to, differences, same } }: { readonly context: PageContext; readonly compared: Compared }) {
  const { answer, paths } = context.var
  const day = (asked: CalendarDate) => (asked === answer.today ? `${longDay(asked)}, today` : longDay(asked))
  return (
    <Layout context={context} title="What differs between two days" section="register">
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.register()}>
            Register of modifications
          </a>
        </span>
        {longDay(from)} and {longDay(to)} compared
      </h1>
      <form method="get" action={context.req.path} class="app-time">
        {from !== answer.today && <input type="hidden" name="asof" value={from} />}
        <div>
          <label class="govuk-label" for="with">
            Compare {longDay(from)} with
          </label>
          <input class="govuk-input" type="date" id="with" name="with" max={answer.today} value={to} />
        </div>
        <button class="govuk-button govuk-button--secondary" type="submit">
          Compare
        </button>
      </form>
      <p class="govuk-body" role="status">
        <strong>
          {differences.length === 0 ? 'No modification differs' : `${differences.length} differ`}, and {same} are the same.
        </strong>
      </p>
      {differences.length > 0 && (
        <>
          <DataTable
            caption={`What differs between ${longDay(from)} and ${longDay(to)}`}
            captionIs="hidden"
            columns={[{ label: 'Reference' }, { label: `On ${day(from)}` }, { label: `On ${day(to)}` }]}
            rows={differences.map((each) => ({
              cells: [
                <>
                  <a class="govuk-link app-reference" href={paths.modification(each.id)}>
                    {each.reference}
                  </a>
                  <span class="app-under">{each.title}</span>
                </>,
                <Side told={each.before} of={each} />,
                <Side told={each.after} of={each} />,
              ],
            }))}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={paths.comparedCsv({ with: to })}>
              This comparison as CSV
            </a>
          </p>
        </>
      )}
    </Layout>
  )
}

/** What differs, as it was on one of the days. */
function Side({ told, of: { before, after } }: { readonly told: Told | undefined; readonly of: Difference }) {
  if (!told) return <span class="app-quiet">not in the register</span>
  const shown = before && after ? differing(before, after) : (['standing'] as const)
  return (
    <>
      {shown.map((field) => (
        <span class="app-lines__more">
          {field !== 'standing' && `${labels[field]}: `}
          {told[field] || 'not told'}
        </span>
      ))}
    </>
  )
}
