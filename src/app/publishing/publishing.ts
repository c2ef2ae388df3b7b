import type { Subject } from '../../domain/entry.ts'
import type { Fact } from '../../domain/fact.ts'
import type { DrawnFrom } from '../../domain/publication/drawn-from.ts'
import type { PaperPublished } from '../../domain/publication/publication.ts'
import type { Found } from '../../domain/register.ts'
import { drawPaper } from '../../report/published/drawn.ts'
import type { Published } from '../../report/published/files.ts'
import type { App } from '../app.ts'
import { evidenceOf } from './draw.ts'
import { publishedPaper } from './published.ts'
import { differencesNow } from './today.ts'

/** What pages are given of published and drafted papers: drawn from the log, which they do not have. */
export const publishing = (app: App) => ({
  /** As it was published. */
  published: (publication: Found<'publication'>, told: Fact<PaperPublished>) => publishedPaper(app, publication, told),
  /** As it would be, with what was written for its draft. */
  drafted: (publication: Subject, from: DrawnFrom) => drawPaper(evidenceOf(app), publication, from),
  /** What of a published one would differ today. */
  differences: (published: Published, now: Parameters<typeof differencesNow>[2]) => differencesNow(app, published, now),
})
export type Publishing = ReturnType<typeof publishing>
