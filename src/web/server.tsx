import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import { parseKnown } from '../app/app.ts'
import { moveDemo } from '../app/demo.ts'
import { LARGEST_PAPER } from '../app/papers/read-paper.ts'
import { takeFile } from '../app/papers/take-claims.ts'
import { publishing } from '../app/publishing/publishing.ts'
import { readerOf } from '../domain/access.ts'
import { parseCalendarDate } from '../domain/calendar/calendar-date.ts'
import { isRefused } from '../domain/refusal.ts'
import { firstDayReported } from '../report/change-status/window.ts'
import type { Env, Site, SiteParts } from './context.ts'
import { heldFiles } from './held-files.ts'
import { failed, fileTooLarge, notFound, paperTooLarge, refusedPage, tooLarge } from './pages/problem.tsx'
import { SourcesByDay } from './parts/sources-by-day.tsx'
import { pathsAt } from './paths.ts'
import { routes } from './routes.ts'
import { asAnyone, session } from './session.ts'
import { LARGEST_UPLOAD } from './written-form.ts'

/** In bytes: an act may hold ten sections of a proposal, a file a whole rulebook. */
const LARGEST_FORM = 1_000_000

/** The site: its middleware in order, then its pages. Every request passes here, and only here. */
export function createSite(parts: SiteParts) {
  const site: Site = {
    ...parts,
    heldFiles: heldFiles(),
    publishing: publishing(parts.app),
    moveDemo: (to) => moveDemo(parts.app, parts.root, to),
    takeFile: (file, how) => takeFile(parts.app, file, how),
  }
  const web = new Hono<Env>()

  // 0. A file of somebody else's is opened by no browser as a page of ours.
  web.use(async (context, next) => {
    await next()
    const isKept = context.res.headers.get('content-disposition')?.startsWith('attachment') === true
    if (isKept) context.header('content-security-policy', "default-src 'none'; sandbox")
  })

  // 1. What every answer carries. Nothing comes from a third party and no script runs that is not ours.
  web.use(secureHeaders({ contentSecurityPolicy, referrerPolicy: 'same-origin', crossOriginOpenerPolicy: 'same-origin' }))
  web.use(compress())
  web.get(site.styles.path, (context) =>
    context.body(site.styles.body, 200, { 'content-type': site.styles.type, 'cache-control': 'public, max-age=31536000, immutable' }),
  )

  // 2. A change is asked for only from our own pages: by the host that was asked, or the one that a proxy of ours answers for.
  const { url } = site.app.people.settings
  const fromHere = csrf({ origin: (origin, context) => origin === url || origin === new URL(context.req.url).origin })
  // Who leaves by the button of his mail program comes from nowhere (RFC 8058): the secret in the address is what he shows.
  web.use((context, next) => (context.req.path.startsWith('/sec/told/') ? next() : fromHere(context, next)))

  // 3. Who asks, with the token of his forms. Nothing longer than a form is read.
  web.use(asAnyone(site))
  const [form, paper, upload] = [
    bodyLimit({ maxSize: LARGEST_FORM, onError: tooLarge }),
    bodyLimit({ maxSize: LARGEST_PAPER + LARGEST_FORM, onError: paperTooLarge }),
    bodyLimit({ maxSize: LARGEST_UPLOAD, onError: fileTooLarge }),
  ]
  // A file is sent with an act, by who says who he is.
  const isUpload = ({ req }: Context<Env>) =>
    /^\/sec\/(?:api\/)?acts\//.test(req.path) && (req.header('cookie') ?? req.header('authorization')) !== undefined
  web.use((context, next) => (context.req.path === '/sec/reports/reconcile' ? paper : isUpload(context) ? upload : form)(context, next))
  web.use(session())

  // 4. The register that this request tells of: caught up, at the day asked, as known when asked.
  web.use(async (context, next) => {
    const { asof, known } = context.req.query()
    const day = asof ? parseCalendarDate(asof) : undefined
    if (asof && (!day || day < firstDayReported))
      return refusedPage(
        context,
        site,
        400,
        `asof must be a day like 2019-10-04, and is “${asof}”`,
        'Correct the day in the address, or ask for today’s register.',
      )
    const when = known ? parseKnown(known) : undefined
    if (known && when === undefined)
      return refusedPage(
        context,
        site,
        400,
        `known must be a day like 2019-10-04 or a position of the log, and is “${known}”`,
        'Correct it in the address, or leave it out.',
      )
    const answer = await site.app.ask({ asof: day, known: when }, readerOf(context.var.principal))
    if (isRefused(answer)) {
      const isEarly = typeof when === 'string' && answer.about.includes('known') // a day before the log began
      return refusedPage(
        context,
        site,
        400,
        answer.refused,
        answer.remedies.join('; '),
        isEarly && (
          <SourcesByDay register={(await site.app.present(readerOf(context.var.principal))).register} day={when} path={context.req.path} />
        ),
      )
    }
    context.set('answer', answer)
    context.set('paths', pathsAt({ asof: day, known: when }, site.grammar, answer.register))
    await next()
    if (!answer.isPresent) context.header('x-robots-tag', 'noindex')
  })

  // 5. A page asked for again and unchanged is not sent again.
  web.use(etag())
  web.use(async (context, next) => {
    await next()
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-cache')
  })
  web.use(withoutLastSlash)

  // 6. The pages.
  routes(web)
  web.notFound((context) => notFound(context, site))
  web.onError((error, context) => failed(context, site, error))
  return web
}

/** A page asked for with a slash too many. Led by its path alone: only the browser knows the scheme and the host that it asked. */
const withoutLastSlash: MiddlewareHandler<Env> = async (context, next) => {
  await next()
  const { pathname, search } = new URL(context.req.url)
  const isRead = context.req.method === 'GET' || context.req.method === 'HEAD'
  if (context.res.status !== 404 || !isRead || !/[^/]\/+$/.test(pathname)) return
  context.res = context.redirect(`/${pathname.replace(/^\/+|\/+$/g, '')}${search}`, 301)
}

const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}
