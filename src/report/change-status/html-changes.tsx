import { dated, longDay, longMonth } from '../../domain/calendar/format.ts'
import { capitalised } from '../words/capitalised.ts'
import type { Changes, FigureChange, ModificationChange } from './changes.ts'
import { Link, Paragraph, Table } from './html-parts.tsx'
import type { Links } from './rendering.ts'

type Props = { readonly changes: Changes; readonly links: Links }

/** What changed since last month's report: by figure, and by modification with what was expected and did not happen. */
export const ChangesTold = ({ changes, links }: Props) => (
  <>
    <Paragraph>
      After {longDay(changes.window.from)}, up to and including {longDay(changes.window.to)}, as the register tells both months now.
    </Paragraph>
    {changes.figures.length === 0 ? (
      <Paragraph>No figure differs from the report of {longMonth(changes.since)}.</Paragraph>
    ) : (
      <Table
        caption="Figures that differ"
        columns={[
          { title: 'Figure' },
          { title: longMonth(changes.since), numeric: true },
          { title: longMonth(changes.month), numeric: true },
          { title: 'Joined' },
          { title: 'Left' },
        ]}
        rows={changes.figures.map((figure) => [
          <Link to={links.figure?.(figure.id)}>{figure.title}</Link>,
          valueText(figure.before),
          valueText(figure.now),
          <Labels members={figure.joined} />,
          <Labels members={figure.left} />,
        ])}
      />
    )}
    {changes.modifications.length === 0 ? (
      <Paragraph>Nothing is told of any modification in that time.</Paragraph>
    ) : (
      <ul class="govuk-list app-lines">
        {changes.modifications.map((change) => (
          <Modification change={change} links={links} />
        ))}
      </ul>
    )}
  </>
)

const valueText = (value: FigureChange['now']): string => (value === 'unknown' ? '–' : String(value))

const Labels = ({ members }: { readonly members: FigureChange['joined'] }) => (
  <span class={members.length > 3 ? 'app-many' : ''}>{[...new Set(members.map(({ label }) => label))].join(', ') || '–'}</span>
)

const Modification = ({ change, links }: { readonly change: ModificationChange; readonly links: Links }) => {
  const { member, happened, unmet } = change
  return (
    <li>
      <Link to={links.subject(member.subject)}>{member.label}</Link>
      {member.title ? ` ‘${member.title}’` : ''}: {standingText(change)}
      {happened.map(({ place, on, text }) => (
        <span class="app-under">
          {capitalised(dated(on))}: <Link to={links.entry?.(member.subject, place)}>{text}</Link>
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
