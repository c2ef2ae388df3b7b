import type { Child } from 'hono/jsx'
import { dated, longDay, longMonth } from '../../../domain/calendar/format.ts'
import type { Changes, FigureChange, ModificationChange } from '../../../report/change-status/changes.ts'
import type { Links } from '../../../report/change-status/rendering.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import { DataTable } from '../data-table.tsx'

type Props = { readonly changes: Changes; readonly links: Links }

/** What changed since last month's report: by figure, and by modification with what was expected and did not happen. */
export const ChangesTold = ({ changes, links }: Props) => (
  <>
    <p class="govuk-body">
      After {longDay(changes.window.from)}, up to and including {longDay(changes.window.to)}, as the register tells both months now.
    </p>
    {changes.figures.length === 0 ? (
      <p class="govuk-body">No figure differs from the report of {longMonth(changes.since)}.</p>
    ) : (
      <DataTable
        caption="Figures that differ"
        columns={[
          { label: 'Figure' },
          { label: longMonth(changes.since), numeric: true },
          { label: longMonth(changes.month), numeric: true },
          { label: 'Joined' },
          { label: 'Left' },
        ]}
        rows={changes.figures.map((figure) => ({
          cells: [
            <Link to={links.figure?.(figure.id)}>{figure.title}</Link>,
            valueText(figure.before),
            valueText(figure.now),
            labels(figure.joined),
            labels(figure.left),
          ],
        }))}
      />
    )}
    {changes.modifications.length === 0 ? (
      <p class="govuk-body">Nothing is told of any modification in that time.</p>
    ) : (
      <ul class="govuk-list app-lines">
        {changes.modifications.map((change) => (
          <Modification change={change} links={links} />
        ))}
      </ul>
    )}
    {changes.firstListed.length > 0 && <FirstListed changes={changes} links={links} />}
  </>
)

/** Apart from what changed: only that it is told is new. */
const FirstListed = ({ changes: { firstListed }, links }: Props) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">
        First listed in that time: {firstListed.length === 1 ? 'one modification' : `${firstListed.length} modifications`}
      </span>
    </summary>
    <div class="govuk-details__text">
      <p>
        A source tells of these for the first time, or where they stand now, or none tells where they stand any more. When that came about
        is not told, so it is no change of that time.
      </p>
      <ul class="govuk-list app-lines">
        {firstListed.map((change) => (
          <Modification change={change} links={links} />
        ))}
      </ul>
    </div>
  </details>
)

const valueText = (value: FigureChange['now']): string => (value === 'unknown' ? '–' : String(value))

const labels = (members: FigureChange['joined']): string => [...new Set(members.map(({ label }) => label))].join(', ') || '–'

/** A link, or the same words where there is nowhere to go. */
const Link = ({ to, children }: { readonly to: string | undefined; readonly children?: Child }) =>
  to === undefined ? (
    children
  ) : (
    <a class="govuk-link" href={to}>
      {children}
    </a>
  )

const Modification = ({ change, links }: { readonly change: ModificationChange; readonly links: Links }) => {
  const { member, happened, listed, unmet } = change
  return (
    <li>
      <Link to={links.subject(member.subject)}>{member.label}</Link>
      {member.title ? ` ‘${member.title}’` : ''}: {standingText(change)}
      {happened.map(({ place, on, text }) => (
        <span class="app-under">
          {capitalised(dated(on))}: <Link to={links.entry?.(member.subject, place)}>{text}</Link>
        </span>
      ))}
      {listed.map(({ place, on, text }) => (
        <span class="app-under">
          Told for the first time, {dated(on)}: <Link to={links.entry?.(member.subject, place)}>{text}</Link>
        </span>
      ))}
      {unmet.map(({ expected, because }) => (
        <span class="app-under app-doubt">
          Expected last month and did not happen: {expected.replace(/^./, (letter) => letter.toLowerCase())}; {because}.
        </span>
      ))}
    </li>
  )
}

function standingText({ stood, stands, isNew }: ModificationChange): string {
  if (stood === undefined) return isNew ? `new, ${stands}` : `${stands}; no source tells where it stood last month`
  return stood === stands ? `still ${stands}` : `${stood} → ${stands}`
}
