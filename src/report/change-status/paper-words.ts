import { dated } from '../../domain/calendar/format.ts'
import { type Block, paragraph, plain } from '../paper/paper.ts'
import type { EditedModel } from './edited.ts'

/** The sections with what their author wrote at the end of each, as the author's; what is left out leaves no gap, and is counted. */
export function withOwnWords({ edits }: EditedModel, sections: readonly Block[]): readonly Block[] {
  if (!edits) return sections
  const blocks: Block[] = []
  let section: string | undefined
  const close = () => {
    for (const { section: of, text, on } of edits.paragraphs)
      if (of === section) blocks.push({ kind: 'note', text: [`${text} (Written by ${edits.author}, ${dated(on)}.)`] })
  }
  for (const block of sections) {
    if (block.kind === 'heading' && block.level === 1) {
      close()
      section = block.id
    }
    if (block.kind !== 'paragraph' || plain(block.text) !== '') blocks.push(block)
  }
  close()
  const leftOut = edits.sentences.filter((edit) => edit.leftOut).length
  const sentences = leftOut === 1 ? 'One derived sentence was' : `${leftOut} derived sentences were`
  return leftOut === 0 ? blocks : [...blocks, paragraph(`${sentences} left out by ${edits.author}.`)]
}
