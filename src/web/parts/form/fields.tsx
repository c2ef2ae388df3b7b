import type { z } from 'zod'
import { eventShape } from '../../../app/acting/event-fields.ts'
import { type FieldMeta, metaOf } from '../../../app/acting/fields.ts'
import type { FieldProblem, Written } from '../../../app/acting/read-act.ts'
import { mediaTypes } from '../../../domain/document/document.ts'
import type { Option } from '../../options-of.ts'

type FieldsProps = {
  readonly shape: Readonly<Record<string, z.ZodType>>
  readonly written: Written
  readonly problems: readonly FieldProblem[]
  /** What of the register a field lets choose. */
  readonly options: (meta: FieldMeta) => readonly Option[]
  readonly prefix?: string
}

/** The fields of a schema, in its order; each with its hint, what was written, and what is wrong with it. */
export function Fields({ shape, written, problems, options, prefix = '' }: FieldsProps) {
  return (
    <>
      {Object.entries(shape).map(([name, schema]) => {
        const meta = metaOf(schema)
        if (!meta) throw new Error(`the field ${name} does not say how it is asked`)
        const field = `${prefix}${name}`
        const parts = meta.control === 'event' ? eventShape(field, written) : undefined
        if (parts) return <EventFields label={meta.label} name={field} {...{ parts, written, problems, options }} />
        const isOptional = schema.safeParse(undefined).success || schema.type === 'optional'
        return (
          <Field
            name={field}
            meta={meta}
            isOptional={isOptional}
            values={valuesOf(written[field])}
            problem={problems.find((each) => each.field === field)?.problem}
            options={meta.options ?? options(meta)}
          />
        )
      })}
    </>
  )
}

type EventFieldsProps = Omit<FieldsProps, 'shape' | 'prefix'> & {
  readonly label: string
  readonly name: string
  readonly parts: FieldsProps['shape']
}

/** An event, field by field: its type is not changed. */
function EventFields({ label, name, parts, ...rest }: EventFieldsProps) {
  return (
    <fieldset class="govuk-fieldset" id={fieldId(name)}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{label}</legend>
      <input type="hidden" name={`${name}.type`} value={valuesOf(rest.written[`${name}.type`])[0] ?? ''} />
      {Object.keys(parts).length === 0 && <p class="govuk-body">Nothing beside its day.</p>}
      <Fields shape={parts} prefix={`${name}.`} {...rest} />
    </fieldset>
  )
}

const valuesOf = (written: Written[string]): readonly string[] => (typeof written === 'string' ? [written] : (written ?? []))

type FieldProps = {
  readonly name: string
  readonly meta: FieldMeta
  readonly isOptional: boolean
  readonly values: readonly string[]
  readonly problem: string | undefined
  readonly options: readonly Option[]
}

/** The anchor of a field: where its error leads. */
export const fieldId = (name: string): string => `f-${name.replaceAll('.', '-')}`

function Field(props: FieldProps) {
  const { name, meta, values, problem } = props
  if (meta.control === 'hidden') return <input type="hidden" name={name} value={values[0] ?? ''} />
  const isGroup = meta.control === 'several' || meta.control === 'yes' || (meta.control === 'choice' && isShort(props.options))
  return (
    <div class={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
      {isGroup ? <Group {...props} /> : <Single {...props} />}
    </div>
  )
}

/** What a browser offers first: the content is what is checked. */
const accepted = Object.values(mediaTypes)
  .map(({ ending }) => `.${ending}`)
  .join(',')

/** Few enough to be seen at once. */
const isShort = (options: readonly Option[]): boolean => options.length > 0 && options.length <= 5

function describedBy({ name, meta, problem }: FieldProps): { 'aria-describedby'?: string } {
  const ids = [meta.hint && `${fieldId(name)}-hint`, problem && `${fieldId(name)}-error`].filter(Boolean)
  return ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}
}

function Words({ name, meta, problem }: FieldProps) {
  return (
    <>
      {meta.hint && (
        <div id={`${fieldId(name)}-hint`} class="govuk-hint">
          {meta.hint}
        </div>
      )}
      {problem && (
        <p id={`${fieldId(name)}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error: </span>
          {capital(problem)}
        </p>
      )}
    </>
  )
}

const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase())

function Single(props: FieldProps) {
  const { name, meta, isOptional, values, problem } = props
  return (
    <>
      <label class="govuk-label" for={fieldId(name)}>
        {meta.label}
        {isOptional && <span class="app-quiet"> (optional)</span>}
      </label>
      <Words {...props} />
      <Input {...props} wrong={problem !== undefined} value={values.join('\n')} />
    </>
  )
}

function Input(props: FieldProps & { readonly value: string; readonly wrong: boolean }) {
  const { name, meta, value, wrong, options } = props
  const common = { id: fieldId(name), name, ...describedBy(props) }
  const isHeld = value !== '' && !options.some(([each]) => each === value)
  const error = (of: string) => (wrong ? ` govuk-${of}--error` : '')
  switch (meta.control) {
    case 'prose':
    case 'event':
    case 'lines':
      return (
        <textarea {...common} class={`govuk-textarea${error('textarea')}`} rows={meta.control === 'lines' ? 3 : 5}>
          {value}
        </textarea>
      )
    case 'choice':
      return (
        <select {...common} class={`govuk-select${error('select')}`}>
          <option value="">{options.length === 0 ? 'There is none to choose' : 'Choose one'}</option>
          {/* What it held stays, where it is no choice any more. */}
          {isHeld && (
            <option value={value} selected>
              {value}
            </option>
          )}
          {options.map(([each, label]) => (
            <option value={each} selected={each === value}>
              {label}
            </option>
          ))}
        </select>
      )
    case 'file':
      return <input {...common} class={`govuk-file-upload${error('file-upload')}`} type="file" accept={accepted} />
    case 'number':
      return <input {...common} class={`govuk-input govuk-input--width-5${error('input')}`} type="text" inputmode="numeric" value={value} />
    case 'day':
      return <input {...common} class={`govuk-input govuk-input--width-10${error('input')}`} type="date" value={value} />
    case 'time':
      return <input {...common} class={`govuk-input govuk-input--width-5${error('input')}`} type="text" value={value} />
    default:
      return <input {...common} class={`govuk-input${error('input')}`} type="text" value={value} />
  }
}

function Group(props: FieldProps) {
  const { name, meta, isOptional, values, options } = props
  const isMany = meta.control === 'several'
  const kind = isMany ? 'checkboxes' : 'radios'
  const choices: readonly Option[] = meta.control === 'yes' ? yesOrNo : options
  return (
    <fieldset class="govuk-fieldset" {...describedBy(props)}>
      <legend class="govuk-fieldset__legend">
        {meta.label}
        {isOptional && <span class="app-quiet"> (optional)</span>}
      </legend>
      <Words {...props} />
      <div class={`govuk-${kind} govuk-${kind}--small`}>
        {choices.map(([value, label], index) => (
          <div class={`govuk-${kind}__item`}>
            <input
              class={`govuk-${kind}__input`}
              id={index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`}
              name={name}
              type={isMany ? 'checkbox' : 'radio'}
              value={value}
              checked={values.includes(value)}
            />
            <label class={`govuk-label govuk-${kind}__label`} for={index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`}>
              {label}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

const yesOrNo: readonly Option[] = [
  ['yes', 'Yes'],
  ['no', 'No'],
]
