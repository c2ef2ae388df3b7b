import { hash } from 'node:crypto'
import { grammar } from '../../../codes/sec/pack/grammar.ts'
import type { Subject } from '../../domain/entry.ts'
import type { Drawing } from '../../domain/publication/acts.ts'
import { readerOfClass } from '../../domain/publication/drawn-from.ts'
import type { Drawn } from '../../domain/publication/publication.ts'
import { isRefused, type Verdict } from '../../domain/refusal.ts'
import { rootOf } from '../../log/merkle.ts'
import type { TextOf } from '../../report/change-status/rendering.ts'
import { paperFiles } from '../../report/paper/pdf.ts'
import type { PaperMade } from '../../report/paper-source.ts'
import { papers } from '../../report/papers.ts'
import { type DrawnPaper, drawPaper, type Evidence, type ReadText } from '../../report/published/drawn.ts'
import { fileName, type Published, publishedFile, publishedForms } from '../../report/published/files.ts'
import { manifestOf } from '../../report/published/manifest.ts'
import type { App } from '../app.ts'
import { rootAbove } from '../root.ts'

export const evidenceOf = (app: App): Evidence => ({ entries: app.live.entries, read: app.text, grammar })

/** The paper as it would be published now, with its files, and all that it rests on. */
export async function drawNow(app: App, subject: Subject): Promise<Verdict<Drawing>> {
  const { stamp } = await app.present()
  const known = app.live.entries.length
  const from = { known, asOf: stamp.day, at: stamp.moment }
  const evidence = evidenceOf(app)
  const paper = await drawPaper(evidence, subject, from)
  if (isRefused(paper)) return paper
  const all = await drawPaper(evidence, subject, from, readerOfClass('red'))
  if (isRefused(all)) return all
  const root = rootOf(await app.log.leaves(known))
  const address = app.people.settings.url
  const published = await publishedOf(evidence, paper, { code: app.code, root, address, ...from })
  const { manifest } = published
  const files: Drawn['files'][number][] = []
  for (const form of publishedForms)
    files.push({ name: fileName(manifest, form), sha256: hash('sha256', await publishedFile(form, published)) })
  const { rules, holidays, figures } = manifest
  const values = figures.map(({ id, v, value }) => ({ id, v, value }))
  return {
    drawn: { ...from, root, address, figures: values, rules, holidays, files },
    cutOff: papers[paper.kind].cutOff(paper.register, paper.month),
    restsOn: restsOn(app, all),
  }
}

export async function publishedOf(
  { read }: Evidence,
  drawn: DrawnPaper,
  anchor: Pick<Drawn, 'known' | 'root' | 'asOf' | 'at' | 'address'> & { readonly code: string },
): Promise<Published> {
  const { code, known, root, asOf, at, address } = anchor
  return {
    drawn,
    manifest: manifestOf(drawn, { code, known, root, asOf, at, address }),
    texts: await textsRead(drawn.made, read),
    grammar,
    files: paperFiles(rootAbove(import.meta.url)),
  }
}

/** The texts that a paper quotes, read before it is printed. */
export async function textsRead({ texts }: Pick<PaperMade, 'texts'>, read: ReadText): Promise<TextOf> {
  const known = new Map(await Promise.all(texts.map(async (id) => [id, await read(id)] as const)))
  return (id) => known.get(id)
}

/** The entries behind every figure, every row and every quoted text, with what each is about. */
function restsOn(app: App, { made }: DrawnPaper): Drawing['restsOn'] {
  const figures = made.figures.flatMap(({ members, others = [], untold = [] }) => [
    ...members,
    ...others,
    ...untold.flatMap((each) => each.members),
  ])
  return [...new Set([...figures.flatMap(({ places }) => places), ...made.restsOn])].flatMap((place) => {
    const subject = app.live.fillers.get(place)?.subject
    return subject === undefined ? [] : [{ subject, place }]
  })
}
