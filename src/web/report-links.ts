import type { Subject } from '../domain/entry.ts'
import type { PaperOf } from '../domain/publication/kinds.ts'
import { isUnidentified } from '../report/change-status/model.ts'
import type { Links } from '../report/change-status/rendering.ts'
import type { Paths } from './paths.ts'

/** The addresses of a paper, which keep the time asked for; for who reads it elsewhere, with where this register is. */
export function reportLinks(paths: Paths, of: PaperOf, origin = ''): Links {
  const { month } = of
  const page = (subject: Subject, fragment?: string) => {
    const path = isUnidentified(subject) ? undefined : paths.subject(subject, fragment)
    return path === undefined ? undefined : `${origin}${path}`
  }
  return {
    subject: (subject) => page(subject),
    entry: (subject, place) => page(subject, `entry-${place}`),
    figure: (id, { month: asked = month, part = '' } = {}) => `${origin}${paths.figure({ ...of, month: asked }, id, part)}`,
    chart: (id, form) => `${origin}${paths.chart(month, id, form)}`,
    report: `${origin}${paths.changeStatus(month)}`,
    // The one attachment that the register makes itself is known by what it is of.
    attachment: (name) => (/assessments/i.test(name) ? `${origin}${paths.paper({ kind: 'assessment-update', month })}` : undefined),
    register: `${origin}${paths.register()}`,
  }
}
