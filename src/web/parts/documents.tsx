import { dated } from '../../domain/calendar/format.ts'
import { documentKinds } from '../../domain/document/document.ts'
import { documentsAbout, type FoundDocument, lastVersion } from '../../domain/document/documents-about.ts'
import type { Subject } from '../../domain/entry.ts'
import { entryAt } from '../../domain/register.ts'
import { fileText } from '../../report/words/file-text.ts'
import type { PageContext } from '../context.ts'
import { keptBackText } from './kept-back.tsx'

type Props = { readonly context: PageContext; readonly about: Subject; readonly part?: string }

/** The documents of a subject that its reader may see, each with its file. */
export function KeptDocuments({ context, about, part }: Props) {
  const documents = documentsAbout(context.var.answer.register, about, part)
  if (documents.length === 0) return null
  return (
    <ul class="govuk-list app-lines" aria-label="Documents kept here">
      {documents.map((document) => (
        <DocumentLine context={context} document={document} />
      ))}
    </ul>
  )
}

function DocumentLine({ context, document }: { readonly context: PageContext; readonly document: FoundDocument }) {
  const { answer, paths } = context.var
  const { value, on, place } = lastVersion(document.state)
  const entry = entryAt(document, place)
  const kept = entry && keptBackText(entry, answer.now)
  const earlier = document.state.versions.length - 1
  return (
    <li>
      <a class="govuk-link" href={paths.documentFile(document.id, value)}>
        {value.title}
        {value.version && `, version ${value.version}`} ({fileText(value)})
      </a>
      , {dated(on)}
      <span class="app-quiet">
        {' '}
        {documentKinds[value.documentKind]}.{' '}
        <a class="govuk-link" href={paths.document(document.id)}>
          {earlier === 0
            ? 'About this document'
            : `About this document and ${earlier === 1 ? 'its earlier version' : `its ${earlier} earlier versions`}`}
          <span class="govuk-visually-hidden">: {value.title}</span>
        </a>
      </span>
      {kept && <strong class="app-under">{kept}</strong>}
    </li>
  )
}
