/**
 * One line of a published paper as it was read. `line` counts from 1 in the whole file; `as` is what a format that marks its parts (HTML,
 * DOCX) says it is; `links` are the addresses in it.
 */
export type PaperLine = {
  readonly line: number
  readonly page?: number
  readonly text: string
  readonly as?: 'heading' | 'item' | 'row'
  readonly links?: readonly string[]
}

/** A paper as a reader of files hands it over. `wrapped`: its paragraphs are broken into lines, as in text and PDF. */
export type PaperText = {
  readonly name: string
  readonly form: 'text' | 'html' | 'docx' | 'pdf'
  readonly wrapped: boolean
  readonly lines: readonly PaperLine[]
  /** How it was read where it could be read in more than one way: its tracked changes. */
  readonly remark?: string
}
