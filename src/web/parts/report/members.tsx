import { formOf } from '../../../app/acting/forms.ts'
import { mayAct } from '../../../domain/access.ts'
import { type ActType, ruleOf } from '../../../domain/acting/acts.ts'
import { givenNow } from '../../../domain/acting/decide-acts.ts'
import type { YearMonth } from '../../../domain/calendar/calendar-date.ts'
import { dated, longMonth } from '../../../domain/calendar/format.ts'
import { isRefused } from '../../../domain/refusal.ts'
import { isUnidentified } from '../../../report/change-status/model.ts'
import { type DerivedFigure, inMonth, type Member, ofMember } from '../../../report/figures/figure.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { fillersOf } from '../../pages/entry.tsx'
import { Arithmetic } from '../clock.tsx'

type Part = { readonly context: PageContext; readonly figure: DerivedFigure; readonly known: number }

/** Those counted, with the entries that put them there; of a share those that are not, and what is not told of whom. */
export function Members({ context, figure, known }: Part) {
  const byMonth = figure.id.startsWith('months.') && figure.id !== 'months.open'
  return (
    <section>
      <h2 class="govuk-heading-m">Members</h2>
      {figure.members.length === 0 && <p class="govuk-body">It has no members.</p>}
      {byMonth
        ? [...Map.groupBy(figure.members, ({ item }) => item as YearMonth)].toSorted(latestFirst).map(([month, members]) => (
            <>
              <h3 class="govuk-heading-s" id={inMonth(month)}>
                In the report of {longMonth(month)}
              </h3>
              <MemberLines context={context} members={members.map(({ item, ...member }) => member)} known={known} />
            </>
          ))
        : figure.members.length > 0 && <MemberLines context={context} members={figure.members} known={known} isAnchored />}
      {figure.others && figure.others.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Counted over, and not so</h3>
          <MemberLines context={context} members={figure.others} known={known} />
        </>
      )}
    </section>
  )
}

const latestFirst = ([a]: readonly [YearMonth, unknown], [b]: readonly [YearMonth, unknown]) => (a < b ? 1 : -1)

type Lines = {
  readonly context: PageContext
  readonly members: readonly Member[]
  readonly known: number
  /** Each can be led to: the first of those that are of the same. */
  readonly isAnchored?: boolean
  /** The step that tells what is missing of each. */
  readonly by?: ActType | undefined
}

const MemberLines = ({ context, members, known, isAnchored = false, by }: Lines) => (
  <ol class="govuk-list app-lines">
    {members.map((member, index) => (
      <li id={isAnchored && members.findIndex((each) => ofMember(each) === ofMember(member)) === index ? ofMember(member) : undefined}>
        <MemberName context={context} member={member} />
        {member.duration && (
          <>
            : <strong>{member.duration.value} WD</strong>
          </>
        )}
        {member.note && ` (${member.note})`}
        {by && <Step context={context} by={by} member={member} />}
        {member.places.map((place) => (
          <MemberEntry context={context} place={place} known={known} />
        ))}
        {member.duration && <Arithmetic duration={member.duration} />}
      </li>
    ))}
  </ol>
)

/** What is missing, of which, and for whom it concerns the step that tells it. */
export function Untold({ context, figure: { untold = [] }, known }: Part) {
  if (untold.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Not told</h2>
      {untold.map(({ what, by, members }) => (
        <>
          <p class="govuk-body">
            {capitalised(what)}: {by ? `told by the step “${formOf(by).title}”.` : 'no step of this register tells it.'}
          </p>
          {members.length > 0 && <MemberLines context={context} members={members} known={known} by={by} />}
        </>
      ))}
    </section>
  )
}

function MemberName({ context, member: { subject, label, title, item } }: { readonly context: PageContext; readonly member: Member }) {
  const path = isUnidentified(subject) ? undefined : context.var.paths.subject(subject)
  return (
    <>
      {path ? (
        <a class="govuk-link" href={path}>
          {label}
        </a>
      ) : (
        label
      )}
      {title && ` ‘${title}’`}
      {item && <span class="app-quiet"> {item}</span>}
    </>
  )
}

/** The entry that put a member there, in a sentence: as it was known, and as far as who asks may see it. */
function MemberEntry({ context, place, known }: { readonly context: PageContext; readonly place: number; readonly known: number }) {
  const { answer, paths, site } = context.var
  const entry = fillersOf(context, place).findLast(({ position }) => position <= known)
  const names = namesIn(answer.register, site.grammar)
  return (
    <span class="app-under">
      <a class="govuk-link" href={paths.entry(place)}>
        Entry {place}
      </a>
      {entry && `, ${dated(entry.on)}: ${capitalised(sentenceOf(entry, names))}.`}
      {entry?.source && ` Source: ${entry.source.title}.`}
    </span>
  )
}

/** For whom it concerns, the way to tell it: where the same table that refuses the rest lets him. */
function Step({ context, by, member }: { readonly context: PageContext; readonly by: ActType; readonly member: Member }) {
  const { answer, paths, principal } = context.var
  const { subject, item, places } = member
  const given = givenNow(answer.register, answer.register.on)
  const { verb, title, onEntry } = formOf(by)
  const may = answer.isPresent && !isRefused(mayAct(given, principal, { act: by, subject })) && ruleOf(by).fits(given, subject) === true
  if (!may) return null
  const query = onEntry ? { place: places.at(-1) } : { [fieldOfItem[by] ?? 'item']: fieldOfItem[by] && item }
  return (
    <>
      {' '}
      <a class="govuk-link" href={paths.act(verb, subject, query)}>
        {title}
        <span class="govuk-visually-hidden">
          : {member.label} {item}
        </span>
      </a>
    </>
  )
}

/** Which field of its form names the thing inside of the subject. */
const fieldOfItem: Readonly<Partial<Record<ActType, string>>> = { Respond: 'consultation', ReportProgress: 'assessment' }
