type Props = {
  /** Which files are offered to be chosen: '.csv,text/csv'. */
  readonly accept: string
  readonly text: string
  readonly rows: number
}

/** A file, or its text pasted: the fields `file` and `text`. */
export function FileOrText({ accept, text, rows }: Props) {
  return (
    <>
      <div class="govuk-form-group">
        <label class="govuk-label" for="file">
          File
        </label>
        <input class="govuk-file-upload" id="file" name="file" type="file" accept={accept} />
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="f-text">
          Or its text
        </label>
        <textarea class="govuk-textarea" id="f-text" name="text" rows={rows} spellcheck={false}>
          {text}
        </textarea>
      </div>
    </>
  )
}
