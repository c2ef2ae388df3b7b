import { parseCalendarDate } from '../../domain/calendar/calendar-date.ts'
import { isRefused } from '../../domain/refusal.ts'
import type { PageContext } from '../context.ts'
import { refusedPage } from './problem.tsx'

/** POST: moves the demo's clock forward, and goes back to the page it was asked from. */
export async function moveDemoClock(context: PageContext) {
  const { site } = context.var
  const form: Readonly<Record<string, unknown>> = await context.req.parseBody().catch(() => ({}))
  const to = parseCalendarDate(String(form.to ?? ''))
  if (!to)
    return refusedPage(
      context,
      site,
      400,
      `The day to move to must be like 2019-11-29, and is “${String(form.to ?? '')}”`,
      'Choose one of the days in the banner.',
    )
  const moved = await site.moveDemo(to)
  if (isRefused(moved)) return refusedPage(context, site, 409, moved.refused, moved.remedies.join('; '))
  return context.redirect(ownPath(String(form.back ?? '')), 303)
}

/** Only a path of this site as its pages write it: never another host, and no way up. */
const ownPath = (path: string): string => (/^\/sec\/(?:[\w-][\w.-]*\/?)*$/.test(path) ? path : '/sec/')
