import type { Context } from 'hono'
import type { Answer, App } from '../app/app.ts'
import type { Moved } from '../app/demo.ts'
import type { HowToTake, Taken, WrittenFile } from '../app/papers/take-claims.ts'
import type { Publishing } from '../app/publishing/publishing.ts'
import type { Principal } from '../domain/access.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { ReferenceGrammar } from '../domain/modification/reference.ts'
import type { Verdict } from '../domain/refusal.ts'
import type { Account } from '../log/people.ts'
import type { HeldFiles } from './held-files.ts'
import type { Paths } from './paths.ts'

/** What the middleware hands to every page: who asks, the register as asked, the time it tells of, and the URLs that keep that time. */
export type Env = {
  Variables: {
    answer: Answer
    paths: Paths
    site: Site
    /** Who asks: `anyone` where nobody signed in. */
    principal: Principal
    /** The account with which he signed in, or whose token he sent. */
    account: Account | undefined
    /** What each form of his session carries in its field `csrf`; '' where there is none. */
    csrf: string
  }
}

export type SiteApp = Omit<App, 'live' | 'log'>

/** What is the same for every request. */
export type Site = {
  /** Without the log and what is kept of it: a page has the register folded for its reader, and nothing else of it. */
  readonly app: SiteApp
  readonly root: string
  readonly grammar: ReferenceGrammar
  readonly styles: Asset
  /** Files of forms that are shown again. */
  readonly heldFiles: HeldFiles
  /** Reports that were published, and those that are drafted. */
  readonly publishing: Publishing
  /** Moves the demonstration's clock forward, and imports what has arrived by then. */
  readonly moveDemo: (to: CalendarDate) => Promise<Verdict<Moved>>
  /** Takes facts of a published paper into the register, for who may import. */
  readonly takeFile: (file: WrittenFile, how: HowToTake) => Promise<Verdict<Taken>>
}

/** What a site is made from: the whole app goes no further than `createSite`. */
export type SiteParts = Omit<Site, 'app' | 'heldFiles' | 'moveDemo' | 'takeFile' | 'publishing'> & { readonly app: App }

/** A static file with its content's hash in its name. */
export type Asset = { readonly path: string; readonly body: string; readonly type: string }

export type PageContext = Context<Env>
