import type { Performed } from '../../../app/perform.ts'
import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { dated } from '../../../domain/calendar/format.ts'
import type { Proposed } from '../../../domain/entry.ts'
import { type Register, scopeOf } from '../../../domain/register.ts'
import { changeIn } from '../../../domain/rulebook/moves.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { type Names, namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { FirstDayReadings } from '../consultation/readings.tsx'
import { type Audience, AudienceLine } from '../notices/audience.tsx'
import { WhatMoves } from '../rulebook/moves.tsx'
import { named } from './named.ts'

type Props = {
  readonly context: PageContext
  readonly performed: Performed
  readonly register: Register
  /** Whom it tells, where the form itself does not say so. */
  readonly audience?: Audience | undefined
}

/** What a set of acts would record, before anything is: every entry as a sentence, what a rule says to it, and what would wait. */
export function Would({ context, performed, register, audience }: Props) {
  const { grammar } = context.var.site
  const names = namesIn(register, grammar)
  const standing = performed.acts.flatMap(({ proposed }) => proposed)
  const opened = standing.map(opening).find((each) => each !== undefined)
  const warnings = performed.acts.flatMap(({ warnings: each }) => each)
  const waiting = performed.acts.flatMap(({ waiting: each }) => each ?? [])
  return (
    <section class="govuk-inset-text" aria-label="Preview" id="preview">
      <h2 class="govuk-heading-s">Nothing is recorded yet. This would be:</h2>
      <ul class="govuk-list govuk-list--bullet">
        {standing.map((entry) => (
          <li>
            {names.name(entry.subject)}, {dated(entry.on)}: {sentenceOf(entry, names)}
            {entry.waitsFor === 'a second person' && ' (waits for a second person)'}
            {entry.waitsFor === 'what is missing' && ' (waits: it cannot stand yet)'}
          </li>
        ))}
      </ul>
      <WhatMoves change={changeIn(standing)} register={register} names={names} />
      {opened && <FirstDayReadings register={register} {...opened} />}
      <WithRelease entries={standing} register={register} names={names} />
      <Warnings warnings={warnings.map(({ why, clause }) => `${capitalised(named(why, register, grammar))} (${clause})`)} />
      <Warnings
        warnings={waiting.map((refusal) => named(`${capitalised(refusal.refused)}. ${refusal.remedies.join('; ')}`, register, grammar))}
      />
      {audience && <AudienceLine context={context} audience={audience} />}
    </section>
  )
}

/** When a consultation would open, and for how many Working Days. */
function opening({ event, on }: Proposed): { readonly opens: CalendarDate; readonly workingDays: number } | undefined {
  if (event?.type !== 'ConsultationOpened' || event.lengthWorkingDays === undefined) return undefined
  return { opens: on.to, workingDays: event.lengthWorkingDays }
}

type WithReleaseProps = { readonly entries: readonly Proposed[]; readonly register: Register; readonly names: Names }

/** What moves with a release whose date is asked for, decided or set: all that is in its scope. */
function WithRelease({ entries, register, names }: WithReleaseProps) {
  const moved = entries.find(({ event }) => event && datesSet.includes(event.type))
  if (!moved) return null
  const scope = scopeOf(register, moved.subject)
  return (
    <section aria-label="What moves with it">
      <h3 class="govuk-heading-s">What moves with it</h3>
      <p class="govuk-body">
        {scope.length === 1 ? '1 modification' : `${scope.length} modifications`} in its scope, the calendar of releases, and the reports of
        the months after.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {scope.map(({ subject, state, part }) => (
          <li>
            {names.name(subject)}
            {Object.keys(state.parts).length > 1 && `, part ${part}`} {state.title?.value}
          </li>
        ))}
      </ul>
    </section>
  )
}

const datesSet: readonly string[] = ['DateChangeRequested', 'DateChangeDecided', 'ReleaseDateSet']

function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null
  return (
    <>
      <p class="govuk-body">Look at this before you record it:</p>
      <ul class="govuk-list govuk-list--bullet">
        {warnings.map((warning) => (
          <li>{warning}</li>
        ))}
      </ul>
    </>
  )
}
