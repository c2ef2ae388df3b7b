import type { PaperPublished } from '../../domain/publication/publication.ts'
import { isRefused } from '../../domain/refusal.ts'
import { definitionOf } from '../../report/figures/definitions.ts'
import type { FigureId } from '../../report/figures/figure.ts'
import { PaperPage } from '../../report/paper/html.tsx'
import { publishedAddresses } from '../../report/published/addresses.ts'
import { type Published, publishedFile } from '../../report/published/files.ts'
import type { Manifest, ManifestFigure } from '../../report/published/manifest.ts'
import { pageOf } from '../../report/published/page.ts'
import { type Carried, type CarriedForm, carriedIn, type Piece } from './carriers.ts'

/** One thing that does not hold: what it is of, what the file says, what the log gives; `figure`: where it is what the file carries of that figure. */
export type Failing = { readonly about: string; readonly file: string; readonly log: string; readonly figure?: FigureId }

type Values = PaperPublished['figures']

export function figuresFailing(told: Manifest['figures'], derived: Manifest['figures'], before: Values): readonly Failing[] {
  const ids = [...new Set([...derived, ...told].map(({ id }) => id))].filter((id) => !before.some((figure) => figure.id === id))
  return ids.flatMap((id) => {
    const [file, log] = [told, derived].map((figures) => figures.find((figure) => figure.id === id))
    if (!file || !log)
      return [{ about: titleOf(id), file: file ? String(file.value) : 'nothing', log: log ? String(log.value) : 'nothing' }]
    if (file.value !== log.value) return [{ about: titleOf(id), file: String(file.value), log: String(log.value) }]
    const [of, from] = [file, log].map((figure) =>
      JSON.stringify([figure.v, figure.unit, figure.asAt, figure.members, figure.others, figure.untold]),
    )
    return of === from ? [] : [{ about: `${titleOf(id)}, its members`, file: membersText(file), log: membersText(log) }]
  })
}

/** What was counted by an earlier definition is not derived again: its value is held to the entry that published it, its members to the hash of the file. */
export const valuesFailing = (told: readonly Pick<ManifestFigure, 'id' | 'value'>[], before: Values): readonly Failing[] =>
  before.flatMap(({ id, value }) => {
    const file = told.find((figure) => figure.id === id)?.value
    return file === value ? [] : [{ about: titleOf(id), file: file === undefined ? 'nothing' : String(file), log: String(value) }]
  })

const membersText = ({ members }: Manifest['figures'][number]): string =>
  members.map(({ subject, places }) => `${subject} by ${places?.map((place) => `entry ${place}`).join(' and ')}`).join(', ') || 'none'

function titleOf(id: string): string {
  try {
    return `${definitionOf(id as FigureId).title} (${id})`
  } catch {
    return id
  }
}

/** What the file says, beside what it would say if it were made from the log now. */
export async function wordsFailing(carried: Carried & { readonly form: CarriedForm }, published: Published): Promise<readonly Failing[]> {
  const made = await carriedIn(`made.${carried.form}`, await madeAgain(carried.form, published))
  if (isRefused(made)) throw new Error(made.refused)
  return piecesFailing(carried.pieces, made.pieces).map(([file, log]) => ({
    about: aboutOf(file ?? log, log, published),
    file: file?.text ?? 'nothing',
    log: log?.text ?? 'nothing',
    ...figureIn(file ?? log),
  }))
}

/** The file as it is made from the log; of a page what is the paper's, without the rest of the site. */
async function madeAgain(form: CarriedForm, published: Published): Promise<Uint8Array> {
  if (form !== 'html') return publishedFile(form, published)
  const { drawn, manifest, texts, grammar } = published
  const paper = drawn.made.paper(texts, publishedAddresses(manifest.address, drawn, drawn.register, grammar))
  return new TextEncoder().encode(pageOf(String(await PaperPage({ paper })), manifest))
}

/** A paper as JSON has its figures under their ids. */
function figureIn(piece: Piece | undefined): { readonly figure?: FigureId } {
  const id = /^figures\/([^/]+)\//.exec(piece?.about ?? '')?.[1]
  return id === undefined ? {} : { figure: id as FigureId }
}

/** At most so many differences are told: more of them are another file. */
const MOST = 20

/** Pairs that differ. Where pieces were added or taken away, all between the common beginning and the common end is told. */
function piecesFailing(file: readonly Piece[], log: readonly Piece[]): readonly (readonly [Piece | undefined, Piece | undefined])[] {
  let start = 0
  while (start < Math.min(file.length, log.length) && file[start]?.text === log[start]?.text) start++
  let end = 0
  while (end < Math.min(file.length, log.length) - start && file.at(-1 - end)?.text === log.at(-1 - end)?.text) end++
  const [of, from] = [file.slice(start, file.length - end), log.slice(start, log.length - end)]
  return Array.from({ length: Math.max(of.length, from.length) }, (_, index) => [of[index], from[index]] as const)
    .filter(([a, b]) => a?.text !== b?.text)
    .slice(0, MOST)
}

/** The figures whose number stands there, where it can be told; else the place in the file. */
function aboutOf(piece: Piece | undefined, log: Piece | undefined, { drawn }: Published): string {
  const { figure } = figureIn(piece)
  if (figure) return titleOf(figure)
  const lines: { readonly text: string; readonly figures: readonly string[] }[] = []
  JSON.stringify(
    drawn.made.json(() => undefined),
    (_, value) => {
      if (typeof value === 'object' && value !== null && 'text' in value && Array.isArray(value.figures)) lines.push(value)
      return value
    },
  )
  const line = lines.find(({ text, figures }) => figures.length > 0 && text !== '' && log?.text.includes(text))
  return line ? line.figures.map(titleOf).join(', ') : (piece?.about ?? 'what it says')
}
