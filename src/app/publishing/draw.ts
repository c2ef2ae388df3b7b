import { hash } from 'node:crypto'
import { grammar } from '../../../codes/sec/pack/grammar.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Subject } from '../../domain/entry.ts'
import type { Drawing } from '../../domain/publication/acts.ts'
import { readerOfClass } from '../../domain/publication/drawn-from.ts'
import type { Drawn } from '../../domain/publication/publication.ts'
import { isRefused, type Verdict } from '../../domain/refusal.ts'
import { rootOf } from '../../log/merkle.ts'
import { textsOf } from '../../report/change-status/texts.ts'
import { windowOf } from '../../report/change-status/window.ts'
import { modificationOf } from '../../report/figures/context.ts'
import { paperFiles } from '../../report/paper/pdf.ts'
import { type DrawnReport, drawReport, type Evidence } from '../../report/published/drawn.ts'
import { fileName, type Published, publishedFile, publishedForms } from '../../report/published/files.ts'
import { manifestOf } from '../../report/published/manifest.ts'
import type { App } from '../app.ts'
import { rootAbove } from '../root.ts'

export const evidenceOf = (app: App): Evidence => ({ entries: app.live.entries, read: app.text, grammar })

/** The report as it would be published now, with its files, and all that it rests on. */
export async function drawNow(app: App, subject: Subject): Promise<Verdict<Drawing>> {
  const { stamp } = await app.present()
  const known = app.live.entries.length
  const from = { known, asOf: stamp.day, at: stamp.moment }
  const evidence = evidenceOf(app)
  const report = await drawReport(evidence, subject, from)
  if (isRefused(report)) return report
  const all = await drawReport(evidence, subject, from, readerOfClass('red'))
  if (isRefused(all)) return all
  const root = rootOf(await app.log.leaves(known))
  const anchor = { code: app.code, root, address: app.people.settings.url, ...from }
  const published = await publishedOf(evidence, report, anchor)
  const { manifest } = published
  const files: Drawn['files'][number][] = []
  for (const form of publishedForms)
    files.push({ name: fileName(manifest, form), sha256: hash('sha256', await publishedFile(form, published)) })
  const { rules, holidays, figures } = manifest
  const values = figures.map(({ id, v, value }) => ({ id, v, value }))
  const { known: drawnKnown, asOf, at, address } = anchor
  const cutOff = windowOf(report.register, report.month, endOfTime).to
  return {
    drawn: { known: drawnKnown, root, asOf, at, address, figures: values, rules, holidays, files },
    cutOff,
    restsOn: restsOn(app, all),
  }
}

/** No window ends later. */
const endOfTime = calendarDate('2199-12-31')

export async function publishedOf(
  { read }: Evidence,
  report: DrawnReport,
  anchor: Pick<Drawn, 'known' | 'root' | 'asOf' | 'at' | 'address'> & { readonly code: string },
): Promise<Published> {
  const { code, known, root, asOf, at, address } = anchor
  return {
    report,
    manifest: manifestOf(report, { code, known, root, asOf, at, address }),
    texts: await textsOf(report.model, read),
    grammar,
    files: paperFiles(rootAbove(import.meta.url)),
  }
}

/** The entries behind every figure and every quoted text, with what each is about. */
function restsOn(app: App, { model, register }: DrawnReport): Drawing['restsOn'] {
  const issues = model.define.proposals.flatMap(({ member }) => modificationOf(register, member.subject)?.state.issue?.place ?? [])
  const members = Object.values(model.figures).flatMap((figure) => figure.members.flatMap(({ places }) => places))
  return [...new Set([...members, ...issues])].flatMap((place) => {
    const subject = app.live.fillers.get(place)?.subject
    return subject === undefined ? [] : [{ subject, place }]
  })
}
