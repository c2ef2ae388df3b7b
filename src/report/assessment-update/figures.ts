import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { DerivedFigure, Member, Untold } from '../figures/figure.ts'
import { type UpdateFigureId, updateDefinition } from '../figures/update-definitions.ts'
import { capitalised } from '../words/capitalised.ts'
import type { AssessmentSaid, ProviderSigned } from './model.ts'

type Counted = { readonly asAt: CalendarDate; readonly rows: readonly AssessmentSaid[]; readonly providers: readonly ProviderSigned[] }

/** What the update counts of itself: the lines that are written, and the sign-offs. */
export function updateFigures({ asAt, rows, providers }: Counted): readonly DerivedFigure[] {
  const written = rows.flatMap(({ row: { member }, said }) => (said ? [asMember(member, said.place)] : []))
  const without = rows.flatMap(({ row: { member }, said }) => (said ? [] : [asMember(member)]))
  const signed = providers.flatMap((one) => (one.signed ? [providerMember(one, one.signed.place)] : []))
  const unsigned = providers.flatMap((one) => (one.signed ? [] : [providerMember(one)]))
  return [
    figure('update.lines', asAt, written, { what: 'a line on it for the month', by: 'ReportProgress', members: without }),
    figure('update.signed', asAt, signed, { what: 'its sign-off of the month', by: 'SignProgress', members: unsigned }),
  ]
}

function figure(id: UpdateFigureId, asAt: CalendarDate, members: readonly Member[], untold: Untold): DerivedFigure {
  const { v, unit, definition } = updateDefinition(id)
  const missing = untold.members.length
  const arithmetic = `${members.length} told and ${missing} not, of ${members.length + missing}`
  return {
    ...{ kind: 'derived', id, v, value: members.length, unit, definition, asAt, members, arithmetic },
    ...(missing > 0 ? { untold: [untold] } : {}),
  }
}

/** By the entry that tells its line, and without the count of its days. */
const asMember = ({ subject, label, title, item, places }: Member, place?: number): Member => ({
  ...{ subject, label, places: place === undefined ? places : [place] },
  ...(title === undefined ? {} : { title }),
  ...(item === undefined ? {} : { item }),
})

const providerMember = ({ provider, name }: ProviderSigned, place?: number): Member => ({
  subject: provider,
  label: capitalised(name),
  places: place === undefined ? [] : [place],
})
