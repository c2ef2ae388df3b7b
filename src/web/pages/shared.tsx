import { makeShareLink, shareDays } from '../../app/people/share-links.ts'
import { find } from '../../domain/register.ts'
import type { ShareLink, ShareUse } from '../../log/share-links.ts'
import type { PageContext } from '../context.ts'
import { atMachineClock } from '../parts/at-clock.ts'
import { Layout } from '../parts/layout.tsx'
import { presentFor } from '../present.ts'
import { notFound, refusedPage } from './problem.tsx'

/** GET: the links that who signed in has made, with each use; of everybody, for who administers. */
export async function sharedPage(context: PageContext) {
  const { account, paths } = context.var
  return account ? shown(context, undefined, 200) : context.redirect(paths.signIn(paths.shared()), 303)
}

/** POST: makes a link to one version of a document, and shows it this once; or revokes one. */
export async function takeShare(context: PageContext) {
  const { account, paths, principal, site } = context.var
  if (!account) return context.redirect(paths.signIn(paths.shared()), 303)
  const form = await context.req.parseBody()
  if (typeof form.revoke === 'string') {
    await site.app.people.revokeShareLink(form.revoke, principal.roles.includes('administrator') ? undefined : account.id)
    return context.redirect(paths.shared(), 303)
  }
  const { register } = await presentFor(context)
  const document = find(register, 'document', String(form.document))
  const version = document?.state.versions.find(({ value }) => value.bytes === form.file)
  if (!document || !version) return notFound(context, site)
  const days = shareDays.find((each) => String(each) === form.days)
  if (days === undefined)
    return refusedPage(context, site, 422, `A link is good for ${shareDays.join(', ')} days`, 'Go back, and choose one of these.')
  context.header('cache-control', 'no-store')
  const secret = await makeShareLink(site.app.people, account, { document: document.id, file: version.value.bytes, days })
  return shown(context, `${site.app.people.settings.url}/sec/share/${secret}`, 201)
}

type Told = { readonly link: ShareLink; readonly uses: readonly ShareUse[]; readonly title: string; readonly by: string | undefined }

async function shown(context: PageContext, made: string | undefined, status: 200 | 201) {
  const { account, principal, site } = context.var
  const { people } = site.app
  const administers = principal.roles.includes('administrator')
  const { register } = await presentFor(context)
  const links = await people.shareLinks(administers ? undefined : account?.id)
  const told = await Promise.all(
    links.map(async (link): Promise<Told> => {
      const version = find(register, 'document', link.document)?.state.versions.find(({ value }) => value.bytes === link.file)
      return {
        link,
        uses: await people.shareUses(link.id),
        title: version?.value.title ?? 'a document that is not there any more',
        by: administers ? (await people.account(link.account))?.label : undefined,
      }
    }),
  )
  return context.html(<SharedView context={context} told={told} made={made} now={people.now()} />, status)
}

type ViewProps = { readonly context: PageContext; readonly told: readonly Told[]; readonly made: string | undefined; readonly now: string }

function SharedView({ context, told, made, now }: ViewProps) {
  return (
    <Layout context={context} title="Links to documents">
      <h1 class="govuk-heading-l">Links to documents</h1>
      {made && (
        <div class="govuk-inset-text" role="status">
          <p class="govuk-body">Copy it now: it is shown this once. Whoever has it reads the file.</p>
          <p class="govuk-body">
            <code class="app-break">{made}</code>
          </p>
        </div>
      )}
      {told.length === 0 ? (
        <p class="govuk-body">There is none. A link is made on the page of a document that is not public.</p>
      ) : (
        <ol class="app-plain-list">
          {told.map((each) => (
            <OneLink context={context} told={each} now={now} />
          ))}
        </ol>
      )}
    </Layout>
  )
}

function OneLink({
  context,
  told: { link, uses, title, by },
  now,
}: {
  readonly context: PageContext
  readonly told: Told
  readonly now: string
}) {
  const { csrf, paths } = context.var
  const isLive = link.revokedAt === undefined && link.expiresAt > now
  const end = link.revokedAt
    ? `Revoked on ${atMachineClock(context, link.revokedAt)}`
    : `${isLive ? 'Ends' : 'Ended'} on ${atMachineClock(context, link.expiresAt)}`
  return (
    <li class="govuk-!-margin-bottom-4">
      <p class="govuk-body govuk-!-margin-bottom-1" id={`link-${link.id}`}>
        <a class="govuk-link" href={paths.document(link.document)}>
          {title}
        </a>
        <span class="app-under">
          Made on {atMachineClock(context, link.madeAt)}
          {by && ` by ${by}`}. {end}. {uses.length === 0 ? 'Not opened.' : `Opened ${uses.length === 1 ? 'once' : `${uses.length} times`}:`}
        </span>
      </p>
      {uses.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {uses.map(({ at, client }) => (
            <li>
              {atMachineClock(context, at)}
              {client && `, from ${client}`}
            </li>
          ))}
        </ul>
      )}
      {isLive && (
        <form method="post" action={paths.shared()}>
          <input type="hidden" name="csrf" value={csrf} />
          <button
            class="govuk-button govuk-button--warning app-button--small"
            type="submit"
            name="revoke"
            value={link.id}
            aria-describedby={`link-${link.id}`}
          >
            Revoke
          </button>
        </form>
      )}
    </li>
  )
}
