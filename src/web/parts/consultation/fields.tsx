import type { Written } from '../../../app/acting/read-act.ts'
import { recordedFields } from '../../../app/acting/recorded-fields.ts'
import { CHOICE, type Question } from '../../../domain/consultation/response.ts'
import { questionsOf } from '../../../domain/consultation/responses.ts'
import { nameOf } from '../../../domain/names.ts'
import type { Revision } from '../../../log/response-drafts.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import { solutionName } from '../../../report/words/event-sentence.ts'
import { closingText } from '../../../report/words/planned-for.ts'
import type { PageContext } from '../../context.ts'
import type { Responding } from '../../responding.ts'
import { Fields, fieldId } from '../form/fields.tsx'
import { RadioItems } from '../form/radio-items.tsx'
import type { Labels } from './written-with.tsx'

type Props = {
  readonly context: PageContext
  readonly responding: Responding
  readonly written: Written
  /** What was saved beside what a colleague saved meanwhile: both are shown. */
  readonly beside: Revision | undefined
  readonly labels: Labels
}

const writtenIn = (written: Written, name: string): string => (typeof written[name] === 'string' ? String(written[name]) : '')

/** The form of a response: what may be chosen, each question, and what is to be kept from the public. */
export function ResponseFields({ context, responding, written, beside, labels }: Props) {
  const { answer, csrf, paths, site } = context.var
  const { consultation, by, options, aims, draft, onBehalf } = responding
  const theirs = beside && draft.present
  const { closes, status } = consultation
  const isLate = status !== 'open'
  return (
    <>
      <p class="govuk-body">
        For <strong>{nameOf(answer.register, by, site.grammar)}</strong>.{' '}
        {onBehalf
          ? 'It is recorded as theirs, and judged by when it reached us.'
          : isLate
            ? `The consultation closed${closes ? ` at ${closingText(closes)}` : ''}: what you send now is kept, and marked late.`
            : `Until it closes${closes ? ` at ${closingText(closes)}` : ''} you may change it, and only you and the code administrator read it.`}
      </p>
      {theirs && (
        <div class="govuk-inset-text" id="theirs">
          <p class="govuk-body">
            <strong>{labels.get(theirs.account) ?? 'A colleague'} saved another version while you wrote.</strong> Nothing is lost: yours is
            kept too. Where they differ, what your colleague wrote stands beside what you wrote; save the one that is right, or both
            together.
          </p>
        </div>
      )}
      <form method="post" action={paths.consultation(consultation.id, 'respond', onBehalf ? { for: by } : {})} class="app-form" novalidate>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="revision" value={String(draft.present?.revision ?? 0)} />
        {beside && <input type="hidden" name="merges" value={String(beside.revision)} />}
        {onBehalf && <Fields shape={came} written={written} problems={[]} options={() => []} prefix="recorded." />}
        {options.length > 0 &&
          aims.map((of) => (
            <Radios
              name={`choice.${of}`}
              legend={of === 'proposal' ? 'Your choice' : `Your choice for ${solutionName(of)}`}
              chosen={writtenIn(written, `choice.${of}`)}
              options={options.map((each) => [each, capitalised(each)])}
              other={theirs && writtenIn(theirs.answers, `choice.${of}`)}
            />
          ))}
        {options.length > 0 && <Keep id={CHOICE} label="Keep my choice confidential" written={written} />}
        {questionsOf(consultation).map((question) => (
          <Asked question={question} written={written} theirs={theirs?.answers} />
        ))}
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend">What is confidential is not published. That it was withheld, and why, is.</legend>
          <Tick name="whole" label="All of it is confidential, with our name" written={written} />
          <div class="govuk-form-group">
            <label class="govuk-label" for="f-why">
              Why it is confidential <span class="app-quiet">(where any of it is; published)</span>
            </label>
            <input class="govuk-input" id="f-why" name="why" type="text" value={writtenIn(written, 'why')} />
          </div>
        </fieldset>
        <div class="govuk-button-group">
          <button class="govuk-button" type="submit" name="check" value="yes">
            Check and send
          </button>
          {!onBehalf && (
            <button class="govuk-button govuk-button--secondary" type="submit" name="save" value="yes">
              Save the draft
            </button>
          )}
          <a
            class="govuk-link"
            href={paths.consultation(consultation.id, 'respond', { 'no-comment': 'yes', ...(onBehalf ? { for: by } : {}) })}
          >
            Considered, no comment
          </a>
        </div>
      </form>
    </>
  )
}

/** How a response came that did not come here. */
const { receivedOn, receivedAt, source, evidence } = recordedFields.shape
const came = { receivedOn, receivedAt, source, evidence }

type AskedProps = { readonly question: Question; readonly written: Written; readonly theirs: Written | undefined }

function Asked({ question: { id, label, kind }, written, theirs }: AskedProps) {
  const name = `answer.${id}`
  const differs = theirs && writtenIn(theirs, name) !== writtenIn(written, name)
  return (
    <div class="app-question">
      {kind === 'yes or no' && (
        <Radios
          name={`said.${id}`}
          legend={label}
          chosen={writtenIn(written, `said.${id}`)}
          other={theirs && writtenIn(theirs, `said.${id}`)}
          options={[
            ['yes', 'Yes'],
            ['no', 'No'],
          ]}
        />
      )}
      <div class="govuk-form-group">
        <label class="govuk-label" for={fieldId(name)}>
          {kind === 'yes or no' ? (
            <>
              Your reasons<span class="govuk-visually-hidden"> for question {id}</span>
            </>
          ) : (
            label
          )}
        </label>
        <div class={differs ? 'app-side-by-side' : ''}>
          <textarea class="govuk-textarea" id={fieldId(name)} name={name} rows={4}>
            {writtenIn(written, name)}
          </textarea>
          {differs && (
            <div class="app-side-by-side__other">
              <strong class="govuk-body-s">Your colleague wrote</strong>
              <p class="govuk-body app-written">{writtenIn(theirs, name) || 'Nothing'}</p>
            </div>
          )}
        </div>
      </div>
      <Keep id={id} label="Keep this answer confidential" written={written} />
    </div>
  )
}

const Keep = ({ id, label, written }: { readonly id: string; readonly label: string; readonly written: Written }) => (
  <Tick name={`keep.${id}`} label={label} written={written} />
)

function Tick({ name, label, written }: { readonly name: string; readonly label: string; readonly written: Written }) {
  return (
    <div class="govuk-form-group">
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={fieldId(name)}
            type="checkbox"
            name={name}
            value="yes"
            checked={writtenIn(written, name) !== ''}
          />
          <label class="govuk-label govuk-checkboxes__label" for={fieldId(name)}>
            {label}
          </label>
        </div>
      </div>
    </div>
  )
}

type RadiosProps = {
  readonly name: string
  readonly legend: string
  readonly chosen: string
  readonly options: readonly (readonly [string, string])[]
  /** What a colleague chose meanwhile. */
  readonly other: string | undefined
}

function Radios({ name, legend, chosen, options, other }: RadiosProps) {
  return (
    <div class="govuk-form-group">
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend">{legend}</legend>
        {other !== undefined && other !== chosen && (
          <p class="govuk-body-s app-side-by-side__other">
            <strong>Your colleague chose</strong> {options.find(([value]) => value === other)?.[1] ?? 'nothing'}
          </p>
        )}
        <div class="govuk-radios govuk-radios--small">
          <RadioItems name={name} options={options} chosen={chosen} />
        </div>
      </fieldset>
    </div>
  )
}
