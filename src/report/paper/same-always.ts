import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'

/** The library numbers what it makes at random, or on from the document before, and tells the time: in the order of the document instead, and the day of its paper. */
const NUMBERED = [
  /(?<=\b(?:r:id|r:embed|r:link|Id)=")rId[\w-]{15,}(?=")/g,
  /(?<=<w:bookmark(?:Start|End)\b[^>]* w:id=")\d+(?=")/g,
  /(?<=<wp:docPr\b[^>]* id=")\d+(?=")/g,
] as const

/** The same DOCX with the same bytes, whenever and wherever it is made. */
export async function sameAlways(docx: Uint8Array, day: CalendarDate): Promise<Uint8Array> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
  const parts = unzipSync(docx)
  const xml = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  const [main, relations, core] = ['word/document.xml', 'word/_rels/document.xml.rels', 'docProps/core.xml'] as const
  let [body, rels] = [xml(main), xml(relations)]
  for (const numbered of NUMBERED) {
    const ids = new Map<string, string>()
    const renumbered = (id: string) => {
      const known = ids.get(id) ?? (id.startsWith('rId') ? `rIdL${ids.size + 1}` : String(ids.size + 1))
      ids.set(id, known)
      return known
    }
    body = body.replace(numbered, renumbered)
    rels = rels.replace(numbered, renumbered)
  }
  const made: Record<string, Uint8Array> = {
    ...parts,
    [main]: strToU8(body),
    [relations]: strToU8(rels),
    [core]: strToU8(xml(core).replace(/(?<=xsi:type="dcterms:W3CDTF">)[^<]*/g, `${day}T00:00:00Z`)),
  }
  // Its types come first, as programs that read it expect.
  const paths = Object.keys(made).sort((a, b) => Number(b.startsWith('[')) - Number(a.startsWith('[')) || (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(paths.map((path) => [path, made[path] ?? new Uint8Array()])), { mtime: FIRST_DAY })
}

/** The first day that a ZIP can tell, in the zone of whoever makes it: a ZIP knows none. */
const FIRST_DAY = new Date(1980, 0, 1)
