import { dated, longDay } from '../../../domain/calendar/format.ts'
import { lastVersion } from '../../../domain/document/documents-about.ts'
import { type Entry, idOf, kindOf, type Subject } from '../../../domain/entry.ts'
import { agendaOf, papersAbout, papersOf, resolutionOf } from '../../../domain/meeting/agenda.ts'
import { lastHeldBefore } from '../../../domain/meeting/body-meetings.ts'
import { paperDayOf } from '../../../domain/meeting/paper-day.ts'
import { newSince } from '../../../domain/meeting/recorded-at.ts'
import { nameOf } from '../../../domain/names.ts'
import { alternatesOf, seatsIn } from '../../../domain/organisation/seats.ts'
import { paperFiles } from '../../../domain/paper/paper-files.ts'
import { type Found, find } from '../../../domain/register.ts'
import { itemName, itemTitle, quorumAt } from '../../../report/meeting/minutes.ts'
import { newFiles } from '../../../report/meeting/pack-papers.ts'
import { purposesText, seatName, sentenceOf } from '../../../report/words/event-sentence.ts'
import { fileText } from '../../../report/words/file-text.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { DataTable } from '../data-table.tsx'

type Props = { readonly context: PageContext; readonly meeting: Found<'meeting'> }

/** The day by which papers go out, with how it was counted. */
export function PaperDayLine({ context, meeting }: Props) {
  const { answer, paths } = context.var
  const found = paperDayOf({ register: answer.register, day: answer.asof }, meeting.state)
  if (!found) return <>The rulebook tells no paper day for it.</>
  return (
    <>
      Papers go out by{' '}
      <a class="govuk-link" href={paths.rule(found.row)}>
        {longDay(found.day)}
      </a>{' '}
      <span class="app-quiet">({found.arithmetic})</span>.
    </>
  )
}

/** What is before it, in order: what each is for, its papers, what became of it, and what is new since the last meeting of the body. */
export function Agenda({ context, meeting }: Props) {
  const { answer, paths, site } = context.var
  const { register } = answer
  const items = agendaOf(meeting.state)
  const last = context.req.query('new') === 'no' || meeting.state.cancelled ? undefined : lastHeldBefore(register, meeting)
  const { name } = namesIn(register, site.grammar)
  if (items.length === 0) return <p class="govuk-body">No source tells of anything before it.</p>
  return (
    <>
      {last && (
        <p class="govuk-body">
          What is new since {name(last.subject)} is told with each.{' '}
          <a class="govuk-link" href={paths.meeting(meeting.id, { new: 'no' })}>
            Without that
          </a>
        </p>
      )}
      <ol class="govuk-list govuk-list--number" id="agenda">
        {items.map(({ about, purposes }) => {
          const resolved = resolutionOf(meeting.state, about)?.value
          return (
            <li>
              <a class="govuk-link" href={paths.subject(about) ?? '#papers'}>
                {itemName(register, site.grammar, about)}
              </a>{' '}
              {purposesText(purposes)}
              {papersAbout(meeting.state, about).map(({ tabled: { value } }) => `, paper ${value.reference}`)}
              {resolved && <strong>: {resolved.resolution === 'done' ? 'dealt with' : resolved.resolution}</strong>}
              {last && <News context={context} meeting={meeting} about={about} last={last} />}
            </li>
          )
        })}
      </ol>
    </>
  )
}

type NewsProps = Props & { readonly about: Found<'meeting'>['subject']; readonly last: Found<'meeting'> }

function News({ context, meeting, about, last }: NewsProps) {
  const { answer, paths, site } = context.var
  const { happened, late } = newSince(answer.register, about, { last, meeting })
  const files = newFiles(answer.register, meeting, about, last)
  const names = namesIn(answer.register, site.grammar)
  if (kindOf(about) === 'meeting' || (kindOf(about) === 'paper' && files.length === 0)) return null
  if (happened.length + files.length + late.length === 0) return <span class="app-under">Nothing new.</span>
  const told = (entries: readonly Entry[]) =>
    entries.map((entry) => (
      <li>
        <span class="app-lines__day">{dated(entry.on)}</span>{' '}
        <a class="govuk-link" href={paths.entry(entry.place)}>
          {sentenceOf(entry, names)}
        </a>
      </li>
    ))
  return (
    <>
      <ul class="govuk-list app-lines app-news">
        {told(happened)}
        {files.map((file) => (
          <li>{file}</li>
        ))}
        {happened.length + files.length === 0 && <li>Nothing happened since.</li>}
      </ul>
      {late.length > 0 && (
        <details class="govuk-details app-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              Told since, of what happened before or may have ({late.length}
              <span class="govuk-visually-hidden">, {itemName(answer.register, site.grammar, about)}</span>)
            </span>
          </summary>
          <ul class="govuk-list app-lines app-news">{told(late)}</ul>
        </details>
      )}
    </>
  )
}

/** The papers before it, under the references that they have here. */
export function Papers({ context, meeting }: Props) {
  const { answer, site, principal } = context.var
  const papers = papersOf(meeting.state)
  if (papers.length === 0) return null
  const attaches = answer.isPresent && principal.roles.includes('administrator')
  return (
    <DataTable
      caption="Papers"
      columns={[
        { label: 'Reference' },
        { label: 'Paper' },
        { label: 'Its file' },
        { label: 'Item' },
        { label: 'Action' },
        { label: 'Class' },
        { label: 'Went out' },
      ]}
      rows={papers.map(({ tabled: { value }, circulated }) => ({
        cells: [
          value.reference,
          nameOf(answer.register, value.paper),
          <PaperFiles context={context} paper={value.paper} attaches={attaches} />,
          value.about === value.paper ? 'itself' : itemTitle(answer.register, site.grammar, value.about),
          `${value.action}, to ${value.recommendation}`,
          value.classification,
          <>
            {circulated ? dated(circulated.on) : 'not yet'}
            {circulated?.value.late && <strong> late</strong>}
          </>,
        ],
      }))}
    />
  )
}

type FilesProps = { readonly context: PageContext; readonly paper: Subject; readonly attaches: boolean }

/** The files of a paper, each with its document; for who administers, how one is added. */
function PaperFiles({ context, paper, attaches }: FilesProps) {
  const { answer, paths } = context.var
  const title = nameOf(answer.register, paper)
  const adding = { title, documentKind: 'meeting paper' }
  return (
    <>
      {paperFiles(answer.register, paper).map(({ id, state }) => {
        const { value } = lastVersion(state)
        return (
          <span class="app-under">
            <a class="govuk-link" href={paths.documentFile(id, value)}>
              {value.title} ({fileText(value)})
            </a>
          </span>
        )
      })}
      {attaches && (
        <span class="app-under">
          <a class="govuk-link" href={paths.act('attach-document', paper, adding)}>
            Attach<span class="govuk-visually-hidden"> a file of {title}</span>
          </a>{' '}
          or{' '}
          <a class="govuk-link" href={paths.act('choose-paper-file', paper)}>
            choose<span class="govuk-visually-hidden"> a document as {title}</span>
          </a>
        </span>
      )}
    </>
  )
}

/** Who was there and whether it was a quorum; before that, who may sit in which seat instead; and the interests that were declared. */
export function Attendance({ context, meeting }: Props) {
  const { answer, site } = context.var
  const { register } = answer
  const { name, title } = namesIn(register, site.grammar)
  const { attendance, interests, body, day } = meeting.state
  const seats = seatsIn(find(register, 'body', idOf(body))?.state.seats ?? {})
  const named = seats.flatMap((seat) => {
    const others = alternatesOf(seat, day, meeting.subject)
    return others.length === 0
      ? []
      : [`${seatName(seat.seat)}${others.map((each) => (each === 'unknown' ? '' : `, by ${title(each)}`)).join('')}`]
  })
  const present = [
    ...(attendance?.value.seats ?? []).map(({ seat, alternate }) => `${seatName(seat)}${alternate === undefined ? '' : ' (alternate)'}`),
    ...(attendance?.value.present ?? []).map((each) => nameOf(register, each)),
  ]
  return (
    <>
      {attendance && (
        <>
          <h2 class="govuk-heading-m">Present</h2>
          <p class="govuk-body">
            {present.join(', ') || 'Nobody'}. {quorumAt(meeting)[0]}
          </p>
          {quorumAt(meeting).length > 1 && (
            <ul class="govuk-list govuk-list--bullet">
              {quorumAt(meeting)
                .slice(1)
                .map((block) => (
                  <li>{block}</li>
                ))}
            </ul>
          )}
        </>
      )}
      {named.length > 0 && <p class="govuk-body">Alternates named: {named.join('; ')}.</p>}
      {interests.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {interests.map(({ value: { about, seat, of } }) => (
            <li>
              {[seat && seatName(seat), of && title(of)].filter(Boolean).join(', ')} declared an interest in {name(about)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
