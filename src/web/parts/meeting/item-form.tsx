import type { Child } from 'hono/jsx'
import type { Choices } from '../../../app/acting/fields.ts'
import { paths as pathWords } from '../../../app/acting/forms/define.ts'
import { type PhraseField, requestsBefore } from '../../../app/meeting/phrases.ts'
import { idOf, kindOf } from '../../../domain/entry.ts'
import { type AgendaItem, papersAbout, resolutionOf } from '../../../domain/meeting/agenda.ts'
import { nameOf } from '../../../domain/names.ts'
import { find } from '../../../domain/register.ts'
import { itemTitle } from '../../../report/meeting/minutes.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import { assessmentName, purposesText } from '../../../report/words/event-sentence.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { fingerprint, hasWarnings } from '../../looked-at.ts'
import { type Option, optionsOf } from '../../options-of.ts'
import type { Run, RunForm } from '../../pages/meeting-run.tsx'
import { ErrorSummary, RefusalSummary } from '../form/problems.tsx'
import { Would } from '../form/would.tsx'
import { RunningCount } from '../running-count.tsx'
import { WhatShowsIt } from './what-shows-it.tsx'

type Props = { readonly context: PageContext; readonly run: Run & { readonly item: AgendaItem }; readonly form: RunForm }

/** One item on one screen: what it is, the resolution in a ready phrase, conditions, action, owner; save, next. */
export function ItemForm({ context, run, form }: Props) {
  const { csrf, paths, site } = context.var
  const { meeting, register, item, items, phrases, isOver } = run
  const { written, key, problems = [], refusal, would } = form
  const number = items.findIndex(({ about }) => about === item.about) + 1
  const asked = new Set(phrases.flatMap(({ asks }) => asks))
  const one = (name: string): string => (typeof written[name] === 'string' ? String(written[name]) : '')
  const owners = optionsOf('bodies and organisations', { register, act: 'PlaceAction', subject: meeting.subject, grammar: site.grammar })
  return (
    <section aria-labelledby="item">
      <RefusalSummary context={context} refusal={refusal} />
      <ErrorSummary problems={problems} />
      {would && <Would context={context} performed={would} register={register} audience={form.audience} />}
      <ItemHead context={context} run={run} number={number} />
      <form method="post" action={paths.runMeeting(meeting.id)} novalidate class="app-form">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="item" value={item.about} />
        {would && <input type="hidden" name="previewed" value={fingerprint({ ...written, item: item.about })} />}
        <fieldset class="govuk-fieldset govuk-form-group" id="f-phrase">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Resolution</legend>
          <div class="govuk-radios govuk-radios--small">
            {phrases.map(({ id, words }) => (
              <div class="govuk-radios__item">
                <input
                  class="govuk-radios__input"
                  type="radio"
                  id={`f-phrase-${id}`}
                  name="phrase"
                  value={id}
                  checked={one('phrase') === id}
                />
                <label class="govuk-label govuk-radios__label" for={`f-phrase-${id}`}>
                  {words}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <Asked context={context} run={run} asked={asked} one={one} />
        <Labelled name="conditions" label="Conditions, terms, what was said">
          <textarea class="govuk-textarea" id="f-conditions" name="conditions" rows={3}>
            {one('conditions')}
          </textarea>
        </Labelled>
        <fieldset class="govuk-fieldset app-item__action">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Action</legend>
          <Labelled name="what" label="What is to be done">
            <input class="govuk-input" id="f-what" name="what" type="text" value={one('what')} />
          </Labelled>
          <Labelled name="owner" label="Owner">
            <Select name="owner" options={owners} value={one('owner')} />
          </Labelled>
          <Labelled name="due" label="Due">
            <input class="govuk-input govuk-input--width-10" id="f-due" name="due" type="date" value={one('due')} />
          </Labelled>
        </fieldset>
        {refusal?.about.includes('reason') && (
          <Labelled name="reason" label="Reason">
            <textarea class="govuk-textarea" id="f-reason" name="reason" rows={2}>
              {one('reason')}
            </textarea>
          </Labelled>
        )}
        {isOver && <WhatShowsIt name="source" written={written.source} meeting={nameOf(register, meeting.subject)} />}
        <div class="govuk-button-group">
          <button class="govuk-button" type="submit">
            {would && hasWarnings(would) ? 'Save all the same, and next' : 'Save and next'}
          </button>
          <button class="govuk-button govuk-button--secondary" type="submit" name="preview" value="yes">
            Preview
          </button>
        </div>
      </form>
    </section>
  )
}

type HeadProps = Pick<Props, 'context' | 'run'> & { readonly number: number }

function ItemHead({ context, run: { meeting, register, item, items }, number }: HeadProps) {
  const { paths, site } = context.var
  const resolved = resolutionOf(meeting.state, item.about)
  const papers = papersAbout(meeting.state, item.about)
  const isVoted = item.purposes.includes('vote')
  return (
    <>
      <h2 class="govuk-heading-m" id="item">
        <span class="govuk-caption-m">
          Item {number} of {items.length}
        </span>
        <a class="govuk-link" href={paths.subject(item.about) ?? paths.meeting(meeting.id)}>
          {itemTitle(register, site.grammar, item.about)}
        </a>
      </h2>
      <p class="govuk-body">
        {capitalised(purposesText(item.purposes))}.
        {papers.map(({ tabled: { value } }) => ` Paper ${value.reference}, to ${value.recommendation}.`)}
        {resolved && (
          <>
            {' '}
            <strong>It was {resolved.value.resolution === 'done' ? 'dealt with' : resolved.value.resolution} already</strong>: what is saved
            now comes after it.
          </>
        )}
        {isVoted && (
          <>
            {' '}
            <a class="govuk-link" href={paths.ballots(meeting.id)}>
              Record the votes seat by seat
            </a>
          </>
        )}
      </p>
      {kindOf(item.about) === 'modification' && <RunningCount context={context} register={register} about={item.about} />}
    </>
  )
}

type AskedProps = Pick<Props, 'context' | 'run'> & {
  readonly asked: ReadonlySet<PhraseField>
  readonly one: (name: string) => string
}

/** The fields that some of the phrases need, each once. */
function Asked({ context, run: { meeting, register, item, given }, asked, one }: AskedProps) {
  const { site } = context.var
  const choices = (from: Choices): readonly Option[] =>
    optionsOf(from, { register, act: 'ResolveItem', subject: meeting.subject, grammar: site.grammar })
  const { words } = namesIn(register, site.grammar)
  const state = kindOf(item.about) === 'modification' ? find(register, 'modification', idOf(item.about))?.state : undefined
  const requests = requestsBefore(given, item.about, meeting.state.body)
  return (
    <>
      {asked.has('path') && (
        <Labelled name="path" label="Path, where it is converted">
          <Select name="path" options={Object.entries(pathWords)} value={one('path') || (state?.path?.value ?? '')} />
        </Labelled>
      )}
      {asked.has('ground') && (
        <Labelled name="ground" label="Ground, where it is refused">
          <Select name="ground" options={choices('refusal grounds')} value={one('ground')} />
        </Labelled>
      )}
      {asked.has('assessment') && (
        <Labelled name="assessment" label="Assessment that is requested">
          <Select
            name="assessment"
            options={requests.map((id) => [id, assessmentName(id, words)])}
            value={one('assessment') || (requests.length === 1 ? (requests[0] ?? '') : '')}
          />
        </Labelled>
      )}
      {asked.has('day') && (
        <Labelled name="day" label="Day of the release">
          <input class="govuk-input govuk-input--width-10" id="f-day" name="day" type="date" value={one('day')} />
        </Labelled>
      )}
      {asked.has('to') && (
        <Labelled name="to" label="To which meeting, where it is deferred">
          <Select name="to" options={choices('later meetings')} value={one('to')} none="None named" />
        </Labelled>
      )}
    </>
  )
}

type LabelledProps = { readonly name: string; readonly label: string; readonly children?: Child }

function Labelled({ name, label, children }: LabelledProps) {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={`f-${name}`}>
        {label}
      </label>
      {children}
    </div>
  )
}

type SelectProps = { readonly name: string; readonly options: readonly Option[]; readonly value: string; readonly none?: string }

function Select({ name, options, value, none = 'None' }: SelectProps) {
  return (
    <select class="govuk-select" id={`f-${name}`} name={name}>
      <option value="">{none}</option>
      {options.map(([each, label]) => (
        <option value={each} selected={each === value}>
          {label}
        </option>
      ))}
    </select>
  )
}
