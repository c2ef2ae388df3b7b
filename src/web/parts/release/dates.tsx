import { dated } from '../../../domain/calendar/format.ts'
import type { Subject } from '../../../domain/entry.ts'
import type { Fact } from '../../../domain/fact.ts'
import { nameOf } from '../../../domain/names.ts'
import { entryAt, type Found } from '../../../domain/register.ts'
import type { ReleaseDate } from '../../../domain/release/release.ts'
import { releaseDateInFull } from '../../../report/words/release-date.ts'
import type { PageContext } from '../../context.ts'
import { type Column, DataTable } from '../data-table.tsx'
import { Cite, type Sources } from '../source.tsx'

const columns: readonly Column[] = [{ label: 'Date' }, { label: 'Set' }, { label: 'By' }, { label: 'Source' }]

export type ReleaseDatesProps = { readonly context: PageContext; readonly release: Found<'release'>; readonly sources: Sources }

/** Every date that the release has had, the present one first: when each was told, and who set it. */
export function ReleaseDates({ context, release, sources }: ReleaseDatesProps) {
  const { register } = context.var.answer
  const rows = [...release.state.dates].reverse().map((told, index) => {
    const by = setBy(release, told)
    return {
      cells: [
        index === 0 ? <strong>{releaseDateInFull(told.value)}</strong> : <s>{releaseDateInFull(told.value)}</s>,
        dated(told.on),
        by === undefined ? 'not told' : nameOf(register, by),
        <Cite sources={sources} place={told.place} />,
      ],
    }
  })
  return <DataTable caption="Dates that the release has had, the present one first" captionIs="hidden" columns={columns} rows={rows} />
}

/** Who set a date: as the event tells, else the capacity that acted; undefined where no source tells. */
function setBy(release: Found<'release'>, told: Fact<ReleaseDate>): Subject | undefined {
  const entry = entryAt(release, told.place)
  const by = entry?.event?.type === 'ReleaseDateSet' ? entry.event.by : entry?.capacity.by
  return by === undefined || by === 'unknown' ? undefined : by
}
