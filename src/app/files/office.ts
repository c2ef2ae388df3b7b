import { type UnzipFileInfo, unzipSync } from 'fflate'
import type { MediaType } from '../../domain/document/document.ts'
import type { FileProblem } from './content.ts'

/** What an Office file may hold: far more than any that people write. */
const MOST_PARTS = 2000
const LARGEST_UNPACKED = 200_000_000
const LARGEST_PART_READ = 4_000_000
/** Text packs well; nothing that people write packs so well as this. */
const MOST_PACKED = 200

/** The part that makes it what it is, and how its content types call that. */
const main: Readonly<Partial<Record<MediaType, readonly [part: string, type: string]>>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [
    'word/document.xml',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  ],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [
    'xl/workbook.xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  ],
}

const again = 'save it again from the program that made it'
const problem = (what: string, remedy = again): FileProblem => ({ what, remedy })

/** What is wrong with an Office file: its directory is read, and the parts that tell what it leads to; nothing else is unpacked. */
export function archiveProblem(bytes: Uint8Array, mediaType: MediaType): FileProblem | undefined {
  const parts: UnzipFileInfo[] = []
  try {
    unzipSync(bytes, { filter: (each) => parts.push(each) < 0 })
  } catch {
    return problem('cannot be opened')
  }
  const unfit = partsProblem(parts, bytes.length)
  if (unfit) return unfit
  const [part, type] = main[mediaType] ?? ['', '']
  if (!parts.some(({ name }) => name === part)) return problem('is an archive, and not what it is called')
  const read = readable(bytes)
  if (!read) return problem('cannot be opened')
  const types = meant(read['[Content_Types].xml'] ?? '')
  if (/macroEnabled|vbaProject/i.test(types)) return problem('has macros in it', 'save it without macros')
  if (!types.includes(type)) return problem('is an archive, and not what it is called')
  return Object.values(read).some((each) => /<!DOCTYPE|<!ENTITY/i.test(each))
    ? problem('is built as no Office program builds it')
    : leads(read)
}

function partsProblem(parts: readonly UnzipFileInfo[], size: number): FileProblem | undefined {
  const unpacked = parts.reduce((sum, { originalSize }) => sum + originalSize, 0)
  const packed = parts.reduce((sum, each) => sum + each.size, 0)
  const bursts = parts.some((each) => each.originalSize > 1_000_000 && each.originalSize > MOST_PACKED * each.size)
  if (parts.length > MOST_PARTS || unpacked > LARGEST_UNPACKED || packed > size || bursts)
    return problem('unpacks to far more than it looks', 'take out what makes it so large')
  if (new Set(parts.map(({ name }) => name.toLowerCase())).size < parts.length) return problem('holds two parts of one name')
  const names = parts.map(({ name }) => name)
  if (names.some((name) => name.startsWith('/') || /\\|(^|\/)\.\.(\/|$)|:/.test(name))) return problem('has parts that lead out of it')
  if (names.some((name) => /vba|macro/i.test(name))) return problem('has macros in it', 'save it without macros')
  if (
    names.some(
      (name) => /activeX|\.(?:bin|exe|dll|js|vbs|jar|zip|docm|xlsm|pptm|htm|html|svg|hta|lnk|scr)$/i.test(name) && !isHarmless(name),
    )
  )
    return problem('has another program’s object in it', 'take out what is embedded, or save it as PDF')
  return undefined
}

/** Settings of a printer and the like, that Office writes itself; pictures drawn as SVG beside their PNG. */
const isHarmless = (name: string): boolean =>
  /^(?:xl|word)\/printerSettings\/[^/]+\.bin$/i.test(name) || /^(?:xl|word)\/media\/[^/]+\.svg$/i.test(name)

/** The content types and the relations of each part, as text; names of parts are the same in any case. Undefined where one is not UTF-8, or too large to be one. */
function readable(bytes: Uint8Array): Readonly<Record<string, string>> | undefined {
  const isRead = (name: string) => name === '[Content_Types].xml' || /\.rels$/i.test(name)
  let tooLarge = false
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        tooLarge ||= isRead(name) && originalSize > LARGEST_PART_READ
        return isRead(name) && !tooLarge
      },
    })
    const text = new TextDecoder('utf-8', { fatal: true })
    const read = Object.fromEntries(Object.entries(found).map(([name, content]) => [name, text.decode(content)]))
    return tooLarge || Object.values(read).some(isOtherwiseEncoded) ? undefined : read
  } catch {
    return undefined
  }
}

/** A part that another program would read as other letters than we do. */
const isOtherwiseEncoded = (part: string): boolean => part.includes('\0') || /^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(part)

/** An XML attribute as it is meant: `&#69;xternal` is External. */
const meant = (value: string): string =>
  value
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex, dec) => letter(hex ? Number.parseInt(hex, 16) : Number(dec)))
    .replaceAll('&amp;', '&')
    .trim()

const letter = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')

const RELATION = /<(?:[\w.-]+:)?Relationship((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/g
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Outside of itself an Office file may only have links that a reader follows by hand. */
function leads(read: Readonly<Record<string, string>>): FileProblem | undefined {
  for (const part of Object.values(read)) {
    const relations = [...part.matchAll(RELATION)]
    // One that we cannot take apart may lead anywhere.
    if (relations.length !== [...part.matchAll(/<(?:[\w.-]+:)?Relationship(?![\w.-])/g)].length)
      return problem('is built as no Office program builds it')
    for (const [, attributes = ''] of relations) {
      const told = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, name = '', one, other]) => [name, meant(one ?? other ?? '')]))
      if (told.get('TargetMode')?.toLowerCase() !== 'external') continue
      if (!told.get('Type')?.endsWith('/hyperlink'))
        return problem('fetches something from elsewhere when it is opened', 'break its links, and save it again')
      if (!/^(?:https?:|mailto:|#)/i.test(told.get('Target') ?? ''))
        return problem('has a link to a file or a script', 'take out that link, and save it again')
    }
  }
  return undefined
}
