import type { ReleaseAct } from '../../../domain/release/acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, count, day, inside, line, month, subject } from '../fields.ts'

const part = count(1, {
  label: 'Part',
  hint: 'Left empty: 1. More than one where a modification comes into force in several releases',
}).exactOptional()

export const releaseForms: Forms<ReleaseAct> = {
  PlanRelease: {
    title: 'Plan a release',
    verb: 'plan-release',
    on: 'release',
    founds: true,
    schema: fields({
      id: line({ label: 'Name in addresses', hint: 'Such as 2020-06' }),
      name: line({ label: 'Name', hint: 'Such as “June 2020 SEC Release”' }),
      releaseKind: choice({ scheduled: 'Scheduled', standalone: 'Standalone' }, { label: 'Kind' }),
      day: day({ label: 'Day' }).exactOptional(),
      month: month({ label: 'Or month', hint: 'Like 2020-06, where the day is not set' }).exactOptional(),
      event: line({ label: 'Or event', hint: 'Where it comes into force when something happens' }).exactOptional(),
    }),
  },
  RecordDesignation: {
    title: 'Record a designated version',
    verb: 'record-designation',
    on: 'version',
    founds: true,
    about: 'A version of the Code that the Secretary of State designated, on the day on which it came into force.',
    schema: fields({ number: line({ label: 'Number of the version', hint: 'Such as 6.22' }) }),
  },
  RequestDateChange: {
    title: 'Ask for another date',
    verb: 'request-date-change',
    on: 'release',
    schema: fields({
      to: day({ label: 'Day asked for' }),
      latest: day({ label: 'Latest day asked for', hint: 'How far it may be moved without asking again' }).exactOptional(),
    }),
  },
  DecideDateChange: {
    title: 'Decide on another date',
    verb: 'decide-date-change',
    on: 'release',
    schema: fields({
      request: inside('date changes', { label: 'Request' }),
      outcome: choice({ agreed: 'Agreed', refused: 'Refused' }, { label: 'Decision' }),
      discretionUntil: day({ label: 'May be moved up to', hint: 'The discretion that the decision leaves' }).exactOptional(),
    }),
  },
  SetReleaseDate: {
    title: 'Set the date',
    verb: 'set-release-date',
    on: 'release',
    about: 'To the day that was agreed, or another within the discretion that was left.',
    schema: fields({ day: day({ label: 'Day of the release' }) }),
  },
  BaselineScope: {
    title: 'Baseline the scope',
    verb: 'baseline-scope',
    on: 'release',
    about: 'What joins later joins by exception.',
    schema: fields({}),
  },
  AddToScope: {
    title: 'Add to the scope of a release',
    verb: 'add-to-scope',
    on: 'modification',
    schema: fields({ release: subject('releases', ['release'], { label: 'Release' }), part }),
  },
  RemoveFromScope: {
    title: 'Remove from the scope of its release',
    verb: 'remove-from-scope',
    on: 'modification',
    schema: fields({ part }),
  },
  ImplementRelease: {
    title: 'Implement the release',
    verb: 'implement-release',
    on: 'release',
    about: 'Every modification in its scope comes into force with it.',
    schema: fields({ version: line({ label: 'Resulting version of the Code', hint: 'Such as 6.21' }).exactOptional() }),
  },
}
