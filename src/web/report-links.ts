import type { YearMonth } from '../domain/calendar/calendar-date.ts'
import type { Subject } from '../domain/entry.ts'
import { isUnidentified } from '../report/change-status/model.ts'
import type { Links } from '../report/change-status/rendering.ts'
import { inMonth } from '../report/figures/figure.ts'
import type { Paths } from './paths.ts'

/** The addresses of a report, which keep the time asked for; for who reads it elsewhere, with where this register is. */
export function reportLinks(paths: Paths, month: YearMonth, origin = ''): Links {
  const page = (subject: Subject, fragment?: string) => {
    const path = isUnidentified(subject) ? undefined : paths.subject(subject, fragment)
    return path === undefined ? undefined : `${origin}${path}`
  }
  return {
    subject: (subject) => page(subject),
    entry: (subject, place) => page(subject, `entry-${place}`),
    figure: (id, of) => `${origin}${paths.figure(of?.month ?? month, id, of?.part ? inMonth(of.part) : '')}`,
    chart: (id, form) => `${origin}${paths.chart(month, id, form)}`,
    report: `${origin}${paths.changeStatus(month)}`,
    // The one attachment that the register makes itself is known by what it is of.
    attachment: (name) => (/assessments/i.test(name) ? `${origin}${paths.paper('assessment-update', month)}` : undefined),
    register: `${origin}${paths.register()}`,
  }
}
