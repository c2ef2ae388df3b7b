import { fieldsFrom, problemsOf, type Written } from '../../app/acting/read-act.ts'
import { confirmAll, contactFields } from '../../app/notices/contacts.ts'
import { idOf, kindOf } from '../../domain/entry.ts'
import { nameOf } from '../../domain/names.ts'
import { isRefused } from '../../domain/refusal.ts'
import { find } from '../../domain/register.ts'
import type { Contact, Notice } from '../../log/notices.ts'
import type { PageContext } from '../context.ts'
import { atClock } from '../parts/at-clock.ts'
import { DataTable } from '../parts/data-table.tsx'
import { ErrorSummary, RefusalSummary } from '../parts/form/problems.tsx'
import { Layout } from '../parts/layout.tsx'
import { ContactForm, notTheContacts, type ShownForm } from '../parts/notices/contact-form.tsx'
import { type ContactState, stateOf, stateText, stateWord } from '../parts/notices/contact-state.ts'

type LastSent = ReadonlyMap<string, Pick<Notice, 'doneAt' | 'doneMoment'>>

/** GET: every contact, what may be done with several, and the form for one more. */
export async function contactsPage(context: PageContext) {
  return notTheContacts(context) ?? listed(context, { written: {} }, 200)
}

/** POST: adds one contact; confirms those that are chosen, or ends them. */
export async function takeContacts(context: PageContext) {
  const bar = notTheContacts(context)
  if (bar) return bar
  const { answer, paths, site } = context.var
  const written = (await context.req.parseBody({ all: true })) as Written
  if (written.confirmAll !== undefined || written.endAll !== undefined) return takeChosen(context, written)
  const fields = fieldsFrom(contactFields.shape, written)
  const result = contactFields.safeParse(fields)
  if (!result.success) return listed(context, { written, problems: problemsOf(result, '', fields) }, 422)
  const { of } = result.data
  if (!answer.register.subjects.has(of)) {
    const problem = `expected one that the register knows, and ${of} was given`
    return listed(context, { written, problems: [{ field: 'of', problem }] }, 422)
  }
  const added = await site.app.telling().addContact(result.data)
  return isRefused(added) ? listed(context, { written, refusal: added }, 409) : context.redirect(paths.contacts(), 303)
}

async function takeChosen(context: PageContext, written: Written) {
  const { paths, site } = context.var
  const chosen = [written.chosen ?? []].flat().map(String)
  const evidence = String(written.evidence ?? '').trim()
  const wrong = (field: string, problem: string) => listed(context, { written, problems: [{ field, problem }] }, 422)
  if (chosen.length === 0) return wrong('chosen', 'choose a contact')
  if (written.endAll !== undefined) for (const id of chosen) await site.app.notices.deleteContact(id)
  else if (evidence === '' || evidence.length > 2_000) return wrong('evidence', 'say how they were confirmed, in at most 2,000 characters')
  else await confirmAll(site.app, chosen, evidence)
  return context.redirect(paths.contacts(), 303)
}

async function listed(context: PageContext, form: ShownForm, status: 200 | 409 | 422) {
  const { notices } = context.var.site.app
  const [contacts, lastSent] = await Promise.all([notices.contacts(), notices.lastSent()])
  return context.html(<ListView context={context} contacts={contacts} lastSent={lastSent} form={form} />, status)
}

type ListProps = {
  readonly context: PageContext
  readonly contacts: readonly Contact[]
  readonly lastSent: LastSent
  readonly form: ShownForm
}

function ListView({ context, contacts, lastSent, form }: ListProps) {
  const { paths } = context.var
  const asked = context.req.query('state')
  const shown = contacts.filter((contact) => asked === undefined || stateOf(contact) === asked)
  return (
    <Layout context={context} title="Contacts" section="contacts">
      <RefusalSummary context={context} refusal={form.refusal} />
      <ErrorSummary problems={form.problems ?? []} />
      <h1 class="govuk-heading-l">Contacts</h1>
      <p class="govuk-body">
        The addresses of bodies and organisations, and what each is told of. Nothing is sent to one that is not confirmed, that left, or
        from which mail came back. Who reads there is kept beside the log, and gone once the contact is ended.
      </p>
      <ul class="govuk-list app-inline-list">
        <li>
          <a class="govuk-link" href={paths.contactsFile()}>
            Import many from a file
          </a>
        </li>
        <li>
          <a class="govuk-link" href="#add">
            Add one
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.outbox()}>
            What was sent to whom
          </a>
        </li>
      </ul>
      {contacts.length > 0 && <States context={context} contacts={contacts} asked={asked} />}
      {shown.length === 0 ? (
        <p class="govuk-body">No contact is recorded{asked === undefined ? '' : ' so'}.</p>
      ) : (
        <Chosen context={context} contacts={shown} lastSent={lastSent} form={form} />
      )}
      <h2 class="govuk-heading-m" id="add">
        Add a contact
      </h2>
      <ContactForm context={context} action={paths.contacts()} form={form} button="Add the contact" />
    </Layout>
  )
}

const states: readonly ContactState[] = ['confirmed', 'unconfirmed', 'bouncing', 'left']

/** How many there are of each, each leading to its list. */
function States({ context, contacts, asked }: Pick<ListProps, 'context' | 'contacts'> & { readonly asked: string | undefined }) {
  const { paths } = context.var
  const lines = [
    [undefined, `All: ${contacts.length}`] as const,
    ...states.map((state) => [state, `${stateWord[state]}: ${contacts.filter((each) => stateOf(each) === state).length}`] as const),
  ]
  return (
    <ul class="govuk-list app-inline-list">
      {lines.map(([state, label]) => (
        <li>
          <a class="govuk-link" href={paths.contacts('', { state })} {...(state === asked ? { 'aria-current': 'true' } : {})}>
            {state === asked ? <strong>{label}</strong> : label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The list, with what is done with those of it that are chosen. */
function Chosen({ context, contacts, lastSent, form: { written } }: ListProps) {
  const { csrf, paths } = context.var
  const chosen = [written.chosen ?? []].flat().map(String)
  return (
    <form method="post" action={paths.contacts()} id="f-chosen">
      <input type="hidden" name="csrf" value={csrf} />
      <DataTable
        caption={contacts.length === 1 ? '1 contact' : `${contacts.length} contacts`}
        columns={['Who', 'For', 'Is told of', 'State', 'Last sent'].map((label) => ({ label }))}
        rows={contacts.map((contact) => ({ cells: cellsOf(context, contact, lastSent, chosen.includes(contact.id)) }))}
      />
      <div class="govuk-form-group">
        <label class="govuk-label" for="f-evidence">
          How those chosen were confirmed in writing
        </label>
        <div id="f-evidence-hint" class="govuk-hint">
          Such as “the Party Details form of 4 October 2019”. Needed to confirm them
        </div>
        <input
          class="govuk-input"
          id="f-evidence"
          name="evidence"
          aria-describedby="f-evidence-hint"
          value={String(written.evidence ?? '')}
        />
      </div>
      <div class="govuk-button-group">
        <button class="govuk-button" type="submit" name="confirmAll" value="yes">
          Confirm those chosen
        </button>
        <button class="govuk-button govuk-button--warning" type="submit" name="endAll" value="yes">
          End those chosen
        </button>
      </div>
    </form>
  )
}

function cellsOf(context: PageContext, contact: Contact, lastSent: LastSent, isChosen: boolean) {
  const { answer, paths } = context.var
  const { id, of, address, name, role, wants } = contact
  const category = kindOf(of) === 'organisation' ? find(answer.register, 'organisation', idOf(of))?.state.category?.value : 'Body'
  const sent = lastSent.get(`contact/${id}`)
  return [
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id={`chosen-${id}`} type="checkbox" name="chosen" value={id} checked={isChosen} />
        <label class="govuk-label govuk-checkboxes__label app-break" for={`chosen-${id}`}>
          {name ?? address}
        </label>
      </div>
      {name && <span class="app-under app-break">{address}</span>}
      {role && <span class="app-under">{role}</span>}
      <a class="govuk-link govuk-body-s" href={paths.contacts(id)}>
        Change<span class="govuk-visually-hidden">: {address}</span>
      </a>
    </div>,
    <>
      {nameOf(answer.register, of)}
      <span class="app-under">{category ?? 'no category is told'}</span>
    </>,
    contact.weeklySince === undefined ? wants.join(', ') || 'what asks something of it' : 'one mail a week',
    stateText(context, contact),
    sent?.doneAt === undefined ? 'never' : atClock(context, sent.doneAt, sent.doneMoment),
  ]
}
