import { dated } from '../../../domain/calendar/format.ts'
import type { Found } from '../../../domain/register.ts'
import { type Column, DataTable } from '../data-table.tsx'
import { Cite, type Sources } from '../source.tsx'

const columns: readonly Column[] = [{ label: 'Document' }, { label: 'Listed' }, { label: 'Where' }]

/** Letters and papers that the sources list, and whether we hold them. */
export function ReleaseDocuments({ release, sources }: { readonly release: Found<'release'>; readonly sources: Sources }) {
  if (release.state.documents.length === 0) return null
  const rows = release.state.documents.map(({ value, on, place }) => ({
    cells: [
      <>
        {value.title} <Cite sources={sources} place={place} />
      </>,
      dated(on),
      [value.address && `Published at ${value.address}`, value.held ? 'held here' : 'not held here'].filter(Boolean).join('; '),
    ],
  }))
  return <DataTable caption="Documents of the release" captionIs="hidden" columns={columns} rows={rows} />
}
