import { fieldId } from './fields.tsx'

type Props = {
  readonly name: string
  /** Values with their labels. The first has the id of the field, where a summary of errors leads. */
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly chosen: string | undefined
}

/** The choices of a group of radio buttons. */
export function RadioItems({ name, options, chosen }: Props) {
  return options.map(([value, label], index) => {
    const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`
    return (
      <div class="govuk-radios__item">
        <input class="govuk-radios__input" id={id} name={name} type="radio" value={value} checked={value === chosen} />
        <label class="govuk-label govuk-radios__label" for={id}>
          {label}
        </label>
      </div>
    )
  })
}
