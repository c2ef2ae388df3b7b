import { getConnInfo } from '@hono/node-server/conninfo'
import type { PageContext } from './context.ts'

/** The address of who asks: of the connection, or as a proxy of ours tells it. */
export function clientOf(context: PageContext): string {
  const { clientHeader } = context.var.site.app.people.settings
  const told = clientHeader && context.req.header(clientHeader)?.split(',').at(-1)?.trim()
  // A request made inside the process has no connection.
  const hasConnection = 'incoming' in ((context.env as object | undefined) ?? {})
  return told || (hasConnection && getConnInfo(context).remote.address) || ''
}
