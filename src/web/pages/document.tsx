import { shareDays } from '../../app/people/share-links.ts'
import { dated, longDay } from '../../domain/calendar/format.ts'
import type { DocumentVersion } from '../../domain/document/document.ts'
import { documentKinds } from '../../domain/document/document.ts'
import { type FoundDocument, lastVersion } from '../../domain/document/documents-about.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Fact } from '../../domain/fact.ts'
import { entryAt, find } from '../../domain/register.ts'
import { isTemplateId, templateKinds } from '../../report/templates/kinds.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import { partName } from '../../report/words/event-sentence.ts'
import { fileText } from '../../report/words/file-text.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'
import { fileAnswer } from '../file-answer.ts'
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
  const isPublic = entry.class === 'white' && (entry.publicAt === undefined || entry.publicAt <= answer.now)
  return fileAnswer(context, version.value, bytes, isPublic)
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
          {part && `, ${isTemplateId(part) ? templateKinds[part].title : partName(part, names.words)}`}
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
      {kept && <ShareForm context={context} document={document} version={value} />}
    </li>
  )
}

/** For who may see what is not public: a link for a colleague without an account. */
function ShareForm({ context, document, version }: Props & { readonly version: DocumentVersion }) {
  const { account, answer, csrf, paths } = context.var
  if (!account || !answer.isPresent) return null
  const field = `f-days-${version.bytes.slice(0, 8)}`
  return (
    <form method="post" action={paths.shared()} class="app-form">
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="document" value={document.id} />
      <input type="hidden" name="file" value={version.bytes} />
      <div class="govuk-form-group">
        <label class="govuk-label" for={field}>
          Share it by a link, with a colleague without an account, for
        </label>
        <select class="govuk-select" id={field} name="days">
          {shareDays.map((days) => (
            <option value={String(days)}>{days === 1 ? '1 day' : `${days} days`}</option>
          ))}
        </select>
      </div>
      <button class="govuk-button govuk-button--secondary" type="submit">
        Make a link
      </button>{' '}
      <a class="govuk-link" href={paths.shared()}>
        Links that were made
      </a>
    </form>
  )
}

const byText = ({ capacity: { by, behalfOf } }: Entry, name: (subject: NonNullable<Entry['capacity']['behalfOf']>) => string): string =>
  by === 'unknown' ? '' : `By ${name(by)}${behalfOf ? ` for ${name(behalfOf)}` : ''}, `
