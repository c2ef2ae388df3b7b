import { readerOf } from '../domain/access.ts'
import type { Moment } from '../domain/calendar/moment.ts'
import type { Register } from '../domain/register.ts'
import type { PageContext } from './context.ts'

/** Today's register as who asks may see it, whatever day his page is of: what forms are drawn from. */
export async function presentFor({
  var: { site, principal },
}: PageContext): Promise<{ readonly register: Register; readonly now: Moment }> {
  const { register, stamp } = await site.app.present(readerOf(principal))
  return { register, now: stamp.moment }
}
