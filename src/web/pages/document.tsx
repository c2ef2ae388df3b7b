import { dated, longDay } from '../../domain/calendar/format.ts'
import type { DocumentVersion } from '../../domain/document/document.ts'
import { documentKinds, mediaTypes } from '../../domain/document/document.ts'
import { type FoundDocument, lastVersion } from '../../domain/document/documents-about.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Fact } from '../../domain/fact.ts'
import { entryAt, find } from '../../domain/register.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import { partName } from '../../report/words/event-sentence.ts'
import { fileText } from '../../report/words/file-text.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'
import { keptBackText } from '../parts/kept-back.tsx'
import { Layout } from '../parts/layout.tsx'
import { notFound } from './problem.tsx'

const documentAsked = ({ req, var: { answer } }: PageContext): FoundDocument | undefined =>
  find(answer.register, 'document', req.param('document') ?? '')

/** GET: a document: of what it is, and each version that who asks may see. */
export function documentPage(context: PageContext) {
  const document = documentAsked(context)
  return document ? context.html(<DocumentView context={context} document={document} />) : notFound(context, context.var.site)
}

/** GET: the file of one version, to be kept: no browser opens it as a page of ours. What is not public is kept nowhere on the way. */
export async function documentFile(context: PageContext) {
  const { answer, site } = context.var
  const document = documentAsked(context)
  const version = document?.state.versions.find(({ value }) => value.bytes.startsWith(context.req.param('version') ?? 'none'))
  const entry = version && document && entryAt(document, version.place)
  const isAsked = version?.value.name === context.req.param('name') && context.req.param('version')?.length === 16
  const bytes = version && isAsked ? await site.app.bytes(version.value.bytes) : undefined
  if (!version || !entry || !bytes) return notFound(context, site)
  const { name, mediaType, bytes: id } = version.value
  const isPublic = entry.class === 'white' && (entry.publicAt === undefined || entry.publicAt <= answer.now)
  if (isPublic) context.header('etag', `"${id}"`)
  return context.body(Uint8Array.from(bytes), 200, {
    'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    'content-disposition': attachmentNamed(name, mediaTypes[mediaType].ending),
    'cache-control': isPublic ? 'no-cache' : 'no-store',
  })
}

/** RFC 6266: the name as it is, and one that every program reads. */
function attachmentNamed(name: string, ending: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w. ()-]/g, '')
    .trim()
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain === '' ? `document.${ending}` : plain}"; filename*=UTF-8''${encoded}`
}

type Props = { readonly context: PageContext; readonly document: FoundDocument }

function DocumentView({ context, document }: Props) {
  const { answer, paths, principal, site } = context.var
  const names = namesIn(answer.register, site.grammar)
  const { about, part, title, documentKind } = lastVersion(document.state).value
  const path = paths.subject(about)
  const attaches = answer.isPresent && principal.roles.includes('administrator')
  return (
    <Layout context={context} title={title}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {path ? (
            <a class="govuk-link" href={path}>
              {capitalised(names.name(about))}
            </a>
          ) : (
            capitalised(names.name(about))
          )}
          {part && `, ${partName(part, names.words)}`}
        </span>
        {title}
      </h1>
      <p class="govuk-body">{documentKinds[documentKind]}.</p>
      <h2 class="govuk-heading-m">Versions</h2>
      <ol class="app-plain-list">
        {document.state.versions.toReversed().map((version) => (
          <Version context={context} document={document} version={version} />
        ))}
      </ol>
      {attaches && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.act('attach-document', about, { of: document.subject, title, documentKind, part })}>
            Attach a new version
          </a>
        </p>
      )}
    </Layout>
  )
}

function Version({ context, document, version }: Props & { readonly version: Fact<DocumentVersion> }) {
  const { answer, paths, site } = context.var
  const { value, on, place } = version
  const entry = entryAt(document, place)
  const kept = entry && keptBackText(entry, answer.now)
  return (
    <li>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.documentFile(document.id, value)}>
          {value.version ? `Version ${value.version}` : value.name} ({fileText(value)})
        </a>
        , {dated(on)}
        <span class="app-under">
          {entry && byText(entry, namesIn(answer.register, site.grammar).name)}
          {entry && `recorded on ${longDay(entry.recordedOn)}, `}
          <a class="govuk-link" href={paths.entry(place)}>
            entry {place}
          </a>
          . Kept under {value.bytes.slice(0, 16)}…, the salted commitment of its bytes.
        </span>
        {kept && <strong class="app-under">{kept}</strong>}
      </p>
    </li>
  )
}

const byText = ({ capacity: { by, behalfOf } }: Entry, name: (subject: NonNullable<Entry['capacity']['behalfOf']>) => string): string =>
  by === 'unknown' ? '' : `By ${name(by)}${behalfOf ? ` for ${name(behalfOf)}` : ''}, `
