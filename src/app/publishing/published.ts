import type { Fact } from '../../domain/fact.ts'
import type { PaperPublished } from '../../domain/publication/publication.ts'
import { isRefused } from '../../domain/refusal.ts'
import type { Found } from '../../domain/register.ts'
import { drawPaper } from '../../report/published/drawn.ts'
import type { Published } from '../../report/published/files.ts'
import type { App } from '../app.ts'
import { evidenceOf, publishedOf } from './draw.ts'

/** Papers that were published: a few of the last months are read, again and again. */
const KEPT = 16

const drawn = new WeakMap<App, Map<string, Promise<Published>>>()

/** A published paper as it was published: drawn from the position that its entry names, whatever was recorded since. */
export function publishedPaper(app: App, publication: Found<'publication'>, { place, value }: Fact<PaperPublished>): Promise<Published> {
  const reports = drawn.get(app) ?? new Map<string, Promise<Published>>()
  drawn.set(app, reports)
  const key = `${place} ${value.root}`
  const report = reports.get(key) ?? draw(app, publication, value)
  reports.delete(key)
  reports.set(key, report)
  report.catch(() => reports.delete(key))
  for (const oldest of [...reports.keys()].slice(0, -KEPT)) reports.delete(oldest)
  return report
}

async function draw(app: App, publication: Found<'publication'>, value: PaperPublished): Promise<Published> {
  const evidence = evidenceOf(app)
  const report = await drawPaper(evidence, publication.subject, value)
  // It could be drawn when it was published, and from the same log.
  if (isRefused(report)) throw new Error(`${publication.subject} cannot be drawn again: ${report.refused}`)
  return publishedOf(evidence, report, { code: app.code, ...value })
}
