import { type Block, type Place, placeIn } from '../paper.ts'

export const stageNames = ['Define', 'Refine', 'Opine', 'Release'] as const
export type StageName = (typeof stageNames)[number]
export type StripCell = { readonly stage: StageName; readonly value: number; readonly place: Place }

const NAMES = new RegExp(`${stageNames.join('\\s+')}\\s*`)
const FOUR = /^(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})\b/

/**
 * How many proposals are in each stage: the four names, and the four numbers after them, in the same line or the next; or a name beside
 * each number. A chart's words may stand anywhere on its page.
 */
export function stripOf(blocks: readonly Block[]): readonly StripCell[] {
  for (const [index, block] of blocks.entries()) {
    const names = NAMES.exec(block.text)
    if (!names) continue
    const rest = block.text.slice(names.index + names[0].length)
    const own = FOUR.exec(rest)
    if (own) return cells(block, own)
    const next = blocks[index + 1]
    const below = next && FOUR.exec(next.text)
    if (below) return cells(next, below)
  }
  return apart(blocks)
}

const cells = (block: Block, [, ...numbers]: RegExpExecArray): readonly StripCell[] =>
  stageNames.map((stage, index) => ({ stage, value: Number(numbers[index]), place: placeIn(block) }))

/** Each stage in a block of its own: 'Define 08', '08 Define'. All four, else none. */
function apart(blocks: readonly Block[]): readonly StripCell[] {
  const found = stageNames.flatMap((stage) => {
    const pattern = new RegExp(`^(?:${stage}:? (\\d{1,3})|(\\d{1,3}) ${stage})(?:$| )`)
    for (const block of blocks) {
      const [whole, after, before] = pattern.exec(block.text) ?? []
      if (whole !== undefined) return [{ stage, value: Number(after ?? before), place: placeIn(block) }]
    }
    return []
  })
  return found.length === stageNames.length ? found : []
}
