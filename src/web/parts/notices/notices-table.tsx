import type { Contact, Notice, NoticeState, NoticeTry } from '../../../log/notices.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { atClock } from '../at-clock.ts'
import { type Column, DataTable } from '../data-table.tsx'

type Props = {
  readonly context: PageContext
  readonly caption: string
  readonly notices: readonly Notice[]
  /** As they stand now: one that was mended is sent to again. */
  readonly contacts: readonly Contact[]
}

/** To whom something went or goes, when, and what became of it; addresses, and what is done about them, are for who administers. */
export function NoticesTable({ context, caption, notices, contacts }: Props) {
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={notices.map((notice) => ({ cells: cellsOf(context, notice, contactOf(notice, contacts)) }))}
    />
  )
}

const columns: readonly Column[] = [{ label: 'To' }, { label: 'State' }, { label: 'When' }]

const contactOf = ({ recipient }: Notice, contacts: readonly Contact[]): Contact | undefined =>
  contacts.find(({ id }) => recipient === `contact/${id}`)

function cellsOf(context: PageContext, notice: Notice, contact: Contact | undefined) {
  const { answer, principal, site } = context.var
  const { name } = namesIn(answer.register, site.grammar)
  const isDemo = site.app.isDemo()
  const administers = principal.roles.includes('administrator')
  const whom = notice.listensFor.filter((each) => answer.register.subjects.has(each)).map(name)
  return [
    <>
      {whom.join(', ') || 'who follows it'}
      {administers && <span class="app-under app-break">{notice.address ?? 'an account without an address'}</span>}
    </>,
    <>
      {notice.state === 'dropped' ? `Dropped: ${notice.outcome}` : stateText(notice, isDemo)}
      {administers && notice.state !== 'dropped' && notice.outcome && <span class="app-under app-break">{notice.outcome}</span>}
      {notice.before.map((tried) => (
        <span class="app-under app-break">{triedText(context, tried)}</span>
      ))}
      {administers && <Mend context={context} notice={notice} contact={contact} />}
    </>,
    notice.doneAt ? atClock(context, notice.doneAt, notice.doneMoment) : `not before ${atClock(context, notice.nextTry)}`,
  ]
}

/** What came back is said to have; once its address is mended it is sent again. */
function Mend({
  context,
  notice,
  contact,
}: {
  readonly context: PageContext
  readonly notice: Notice
  readonly contact: Contact | undefined
}) {
  const { paths } = context.var
  const { id, state, address, matter } = notice
  if (state === 'held' && matter) return <Press context={context} name="drop" value={id} label="Do not send it" about={`to ${address}`} />
  if (state === 'sent')
    return (
      <a class="govuk-link" href={paths.cameBack({ notice: id, back: context.req.path })}>
        It came back<span class="govuk-visually-hidden"> from {address}</span>
      </a>
    )
  if ((state !== 'refused' && state !== 'given up') || !contact) return null
  const { verifiedAt, bouncedAt, leftAt } = contact
  if (leftAt !== undefined) return <span class="app-under">It left.</span>
  if (verifiedAt !== undefined && bouncedAt === undefined)
    return <Press context={context} name="again" value={id} label="Send it again" about={`to ${contact.address}`} />
  return (
    <a class="govuk-link" href={paths.contacts(contact.id)}>
      Mend its address<span class="govuk-visually-hidden">: {contact.address}</span>
    </a>
  )
}

type PressProps = {
  readonly context: PageContext
  readonly name: string
  readonly value: string
  readonly label: string
  readonly about: string
}

/** Back to the page on which it was pressed. */
function Press({
  context: {
    req,
    var: { csrf, paths },
  },
  name,
  value,
  label,
  about,
}: PressProps) {
  return (
    <form method="post" action={paths.outbox()}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="back" value={req.path} />
      <button class="app-link-button" type="submit" name={name} value={value}>
        {label}
        <span class="govuk-visually-hidden"> {about}</span>
      </button>
    </form>
  )
}

const states: Record<NoticeState, string> = {
  held: 'Waits',
  sending: 'Being sent',
  sent: 'Sent',
  shown: 'Told on the front page',
  refused: 'Came back',
  'given up': 'Given up',
  dropped: 'Dropped',
}
const stateText = ({ state }: Pick<Notice, 'state'>, isDemo: boolean): string =>
  state === 'shown' && isDemo ? 'Would have been sent' : states[state]

function triedText(context: PageContext, { state, address, outcome, doneAt, doneMoment }: NoticeTry): string {
  const { principal, site } = context.var
  const [isDemo, administers] = [site.app.isDemo(), principal.roles.includes('administrator')]
  const when = doneAt ? `, ${atClock(context, doneAt, doneMoment)}` : ''
  return `Before: ${stateText({ state }, isDemo).toLowerCase()}${administers && address ? ` from ${address}` : ''}${when}${administers && outcome ? `: ${outcome}` : ''}`
}
