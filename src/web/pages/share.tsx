import { principalOf } from '../../app/people/people.ts'
import { liveShareLink } from '../../app/people/share-links.ts'
import { readerOf } from '../../domain/access.ts'
import type { DocumentVersion } from '../../domain/document/document.ts'
import { find } from '../../domain/register.ts'
import type { ShareLink } from '../../log/share-links.ts'
import { fileText } from '../../report/words/file-text.ts'
import { clientOf } from '../client-of.ts'
import type { PageContext } from '../context.ts'
import { fileAnswer } from '../file-answer.ts'
import { atMachineClock } from '../parts/at-clock.ts'
import { Document } from '../parts/layout.tsx'
import { refusedPage } from './problem.tsx'

type Shared = { readonly link: ShareLink; readonly version: DocumentVersion }

/** What a link opens, with the rights that its maker has today; undefined where it opens nothing, whatever the reason. */
async function sharedBy(context: PageContext): Promise<Shared | undefined> {
  const { app } = context.var.site
  const live = await liveShareLink(app.people, context.req.param('secret') ?? '')
  if (!live) return undefined
  const { register } = await app.present(readerOf(principalOf(live.account)))
  const version = find(register, 'document', live.link.document)?.state.versions.find(({ value }) => value.bytes === live.link.file)
  return version && { link: live.link, version: version.value }
}

/** Where a link opens nothing: the same for one that never was, that ended, and that was revoked. */
const opensNothing = (context: PageContext) =>
  refusedPage(
    context,
    context.var.site,
    404,
    'This link opens nothing',
    'It may have ended, or been revoked, or not been copied whole. Ask whoever sent it for another.',
  )

/** Kept by nobody on the way, and found by no search engine. */
function keptByNobody(context: PageContext): void {
  context.header('cache-control', 'no-store')
  context.header('x-robots-tag', 'noindex, nofollow')
}

/** GET: of what file this is a link. Looking uses nothing: scanners of mail look at every link. */
export async function sharePage(context: PageContext) {
  keptByNobody(context)
  const shared = await sharedBy(context)
  if (!shared) return opensNothing(context)
  const { link, version } = shared
  const { csrf, site } = context.var
  return context.html(
    <Document styles={site.styles.path} title={version.title}>
      <div class="govuk-width-container">
        <main id="main" class="govuk-main-wrapper">
          <h1 class="govuk-heading-l">{version.title}</h1>
          <p class="govuk-body">
            {version.name} ({fileText(version)}). It is not public: it was shared with you until {atMachineClock(context, link.expiresAt)}.
            Each time that it is opened is recorded, and shown to who shared it.
          </p>
          <form method="post" action={`/sec/share/${context.req.param('secret')}`}>
            <input type="hidden" name="csrf" value={csrf} />
            <button class="govuk-button" type="submit">
              Save the file
            </button>
          </form>
        </main>
      </div>
    </Document>,
  )
}

/** POST: the file itself; that it was taken is kept first. */
export async function takeShared(context: PageContext) {
  keptByNobody(context)
  const shared = await sharedBy(context)
  const bytes = shared && (await context.var.site.app.bytes(shared.version.bytes))
  if (!shared || !bytes) return opensNothing(context)
  await context.var.site.app.people.useShareLink(shared.link.id, clientOf(context))
  return fileAnswer(context, shared.version, bytes, false)
}
