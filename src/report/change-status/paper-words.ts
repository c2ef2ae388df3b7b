import { dated } from '../../domain/calendar/format.ts'
import { type Block, heading, paragraph, plain } from '../paper/paper.ts'
import type { EditedModel, ParagraphEdit } from './edited.ts'

type Own = NonNullable<EditedModel['edits']>

/** The sections with what their author wrote at the end of each, as the author's; what is left out leaves no gap, and is counted. */
export function withOwnWords({ edits }: EditedModel, sections: readonly Block[]): readonly Block[] {
  if (!edits) return sections
  const blocks: Block[] = []
  let section: string | undefined
  const close = () => {
    for (const each of edits.paragraphs) if (each.section === section) blocks.push(written(edits, each))
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
  const told = [...notDerived(edits), ...(leftOut === 0 ? [] : [`${sentences} left out by ${edits.author}.`])]
  return [...blocks, ...told.map((text) => paragraph(text))]
}

/** At the end of a paper that has no sections of an author: what he wrote, as his. */
export function remarks(own: EditedModel['edits']): readonly Block[] {
  if (!own) return []
  return [
    heading(1, 'Remarks', 'remarks'),
    ...own.paragraphs.map((each) => written(own, each)),
    ...notDerived(own).map((text) => paragraph(text)),
  ]
}

const written = ({ author }: Own, { text, on }: ParagraphEdit): Block => ({
  kind: 'note',
  text: [`${text} (Written by ${author}, ${dated(on)}.)`],
})

/** What is added may say any number: the paper says that it is not one of its figures. */
function notDerived({ author, paragraphs }: Own): readonly string[] {
  const { length } = paragraphs
  if (length === 0) return []
  return [
    `${length === 1 ? 'One paragraph is' : `${length} paragraphs are`} in the words of ${author}: ${length === 1 ? 'its' : 'their'} numbers are not derived from the register.`,
  ]
}
