import type { PaperLine, PaperText } from '../../../domain/paper/paper-text.ts'
import type { Block } from '../paper.ts'

const BULLET = /^[•●▪◦‣·*o–-]\s+(?=\S)/u
/** '3. Refine', '3 Refine', and neither '14 October' nor '2018 SEC Release' nor '15 Working Days', with which a line may begin. */
const SECTION =
  /^\d{1,2}(\.\d{1,2})*(\.\s+|\s+(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b|Working|WD|SEC|Modification|Draft))\p{Lu}/u
const RULE = /^[\s=_–-]{3,}$/u
const ADDRESS = /^https?:\/\/\S+$/
/** What stands on every page and belongs to none of its sentences. */
const FURNITURE = /^(page\s+\d+(\s+(of|\/)\s+\d+)?|\d{1,3}|\d{1,3}\s+of\s+\d{1,3}|this document has a classification of \w+)$/i
/** A row of the tables of timescales, which is never the continuation of a sentence. */
const ROW =
  /^(Modification\s+Type|(Assessment|Status)\s+Total|Figure\s+Derived|\S+\s+[A-Z]{2}\s+(\d{1,2}[\s/]|\d{4}-|not known)|Define\s+Refine\s+Opine\s+Release|(Define|Refine|Opine|Release)\b[:\s]\s*\d{1,3}$|\d{1,3}(\s+\d{1,3}){3}$)|\d\s(WD|–)$/

/** A reference with its title: what stands below a sentence, whether or not its bullet came out. */
const TITLED = /^[A-Z]{2,6} ?\d{2,4}[A-Z]? [‘“'"]/
/** What a figure counts, as our own papers say: 'workgroup.items: 4 modifications, as at …'. */
export const DEFINITION = /^[a-z]+(?:\.[A-Za-z]+)+: /

/** Longer than any paragraph, in characters: what goes on is read as another. */
const LONGEST = 10_000

type Open = { kind: Block['kind']; lines: PaperLine[]; text: string }

/**
 * The paper in paragraphs, items and headings. Lines that a page or a column broke are put together again by what they say, not by the
 * blank lines between them, which some extractions put everywhere.
 */
export function blocksOf({ lines, wrapped }: PaperText): readonly Block[] {
  const spaced = isDoubleSpaced(lines)
  const width = usualWidth(lines)
  const furniture = repeatedLines(lines)
  const blocks: Open[] = []
  let open: Open | undefined
  let blank = 0
  for (const line of lines) {
    const text = line.text.replace(/\s+/g, ' ').trim()
    if (text === '') {
      blank++
      continue
    }
    const underline = RULE.test(text)
    if (underline || ADDRESS.test(text) || FURNITURE.test(text) || (furniture.has(text) && !isTitle(text, blocks))) {
      if (underline && open && open.lines.length === 1 && blank === 0) open.kind = 'heading'
      if (underline) open = undefined
      continue
    }
    // Where a page ends, room is left whatever goes on.
    const turned = line.page !== open?.lines.at(-1)?.page
    const gap = !turned && blank > (spaced ? 1 : 0)
    blank = 0
    if (wrapped && open && line.as === undefined && continues(open, text, { gap, width })) {
      open.lines.push(line)
      open.text = /\p{L}-$/u.test(open.text) ? `${open.text}${text}` : `${open.text} ${text}`
      continue
    }
    open = { kind: kindOf(line, text), lines: [line], text: text.replace(BULLET, '') }
    blocks.push(open)
  }
  return blocks
}

/** A head that repeats the title is the title where it stands first. */
const isTitle = (text: string, before: readonly Open[]) => /\bReport\b/.test(text) && !before.some((block) => block.text === text)

function kindOf({ as }: PaperLine, text: string): Block['kind'] {
  if (as === 'heading') return 'heading'
  if (as === 'row') return 'paragraph'
  if (as === 'item' || BULLET.test(text)) return 'item'
  return isHeading(text) ? 'heading' : 'paragraph'
}

/** Short, begins with a capital, ends without a mark, and tells nothing that has a number of days. */
const isHeading = (text: string): boolean =>
  text.length <= 60 && /^(\d+(\.\d+)*\.?\s+)?\p{Lu}/u.test(text) && !/[.:;,)]$|[:‘“]|\d\s*WD\b|\b(19|20)\d\d$|\d\s+\d/u.test(text)

type Layout = { readonly gap: boolean; readonly width: number }

/** Whether a line goes on with what is open: it begins small, or the line before was so full that its first word had no room. */
function continues({ lines, text: before, kind }: Open, text: string, { gap, width }: Layout): boolean {
  if (BULLET.test(text) || SECTION.test(text) || ROW.test(text) || DEFINITION.test(text)) return false
  if ((TITLED.test(text) && /[.:’'”"]$/.test(before)) || before.length > LONGEST) return false
  const last = lines.at(-1)?.text.trim() ?? ''
  if (ROW.test(last) || SECTION.test(before)) return false
  if (TITLED.test(before) && !isPaired(before) && before.length < 300 && closes(text)) return true
  const small = /^[\p{Ll}(]/u.test(text)
  // A sentence of some length that has not come to its end.
  const unfinished = kind === 'paragraph' && before.split(' ').length > 8 && !/[.:;!?)’”'"]$/.test(before)
  if (unfinished && !(gap && isHeading(text))) return true
  if (gap) return small && !/[.:;!?]$/.test(before)
  if (small && kind !== 'heading') return true
  if (kind === 'item' && /[.’'”"]$/.test(before) && isPaired(before)) return false
  if (/[.!?]$/.test(before) && isHeading(text)) return false
  const [word = ''] = text.split(' ')
  return last.length + 1 + word.length > 0.85 * width && !before.endsWith(':')
}

/** The rest of a title: up to its closing mark, without another that opens. */
const closes = (text: string) => /^[^‘“]*[’'”"](?!\p{L})/u.test(text)

/** As many marks are closed as are opened, so that a title does not go on. */
const isPaired = (text: string) => (text.match(/[‘“]/gu) ?? []).length <= (text.match(/[’'”"](?!\p{L})/gu) ?? []).length

function isDoubleSpaced(lines: readonly PaperLine[]): boolean {
  const filled = lines.flatMap(({ text }, index) => (text.trim() === '' || ADDRESS.test(text.trim()) ? [] : [index]))
  const followed = filled.filter((index) => lines[index + 1]?.text.trim() === '')
  return followed.length > 0.8 * filled.length
}

/** The length that nineteen of twenty lines of running text stay within. */
function usualWidth(lines: readonly PaperLine[]): number {
  const lengths = lines.map(({ text }) => text.trim()).filter((text) => text !== '' && !ADDRESS.test(text) && !RULE.test(text))
  const sorted = lengths.map(({ length }) => length).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0
}

/** Heads and feet: the same text as the first or last lines of three pages or more. */
function repeatedLines(lines: readonly PaperLine[]): ReadonlySet<string> {
  const single = (text: string) => text.replace(/\s+/g, ' ').trim()
  const filled = lines.filter(({ text, page }) => page !== undefined && text.trim() !== '')
  const edges = [...Map.groupBy(filled, ({ page }) => page).values()].flatMap((of) => [...new Set([...of.slice(0, 2), ...of.slice(-2)])])
  const alike = Map.groupBy(edges, ({ text }) => single(text).replace(/\d+/g, '#'))
  const repeated = [...alike.values()].filter((of) => new Set(of.map(({ page }) => page)).size >= 3 && !ROW.test(of[0]?.text ?? ''))
  return new Set(repeated.flat().map(({ text }) => single(text)))
}
