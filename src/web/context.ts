import type { Context } from 'hono'
import type { Answer, App } from '../app/app.ts'
import type { Principal } from '../domain/access.ts'
import type { ReferenceGrammar } from '../domain/modification/reference.ts'
import type { Account } from '../log/people.ts'
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

/** What is the same for every request. */
export type Site = {
  readonly app: App
  readonly root: string
  readonly grammar: ReferenceGrammar
  readonly styles: Asset
}
/** A static file with its content's hash in its name. */
export type Asset = { readonly path: string; readonly body: string; readonly type: string }

export type PageContext = Context<Env>
