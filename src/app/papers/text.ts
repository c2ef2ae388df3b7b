import type { PaperLine } from '../../domain/paper/paper-text.ts'

/** Plain text, as it is; a form feed begins a page. */
export function linesOfText(text: string): readonly PaperLine[] {
  let page = 1
  const paged = text.includes('\f')
  return text.split(/\r\n|\n|\r/).map((whole, index) => {
    page += whole.split('\f').length - 1
    return { line: index + 1, ...(paged ? { page } : {}), text: whole.replaceAll('\f', '').trimEnd() }
  })
}
