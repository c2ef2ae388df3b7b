import { fieldId } from '../form/fields.tsx'

type Props = {
  readonly name: string
  /** What is written; undefined where the form is shown first. */
  readonly written: unknown
  /** The meeting by its name. */
  readonly meeting: string
}

/** Of a meeting that is over: the source of what is recorded now, its minutes unless another is told. */
export function WhatShowsIt({ name, written, meeting }: Props) {
  const id = fieldId(name)
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={id}>
        What shows it
      </label>
      <input
        class="govuk-input"
        id={id}
        name={name}
        type="text"
        value={typeof written === 'string' ? written : `Minutes of the ${meeting}`}
      />
    </div>
  )
}
