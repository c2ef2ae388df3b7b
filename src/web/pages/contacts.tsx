import type { FieldMeta } from '../../app/acting/fields.ts'
import { type FieldProblem, fieldsFrom, problemsOf, type Written } from '../../app/acting/read-act.ts'
import { askToConfirm, confirmedNow, contactFields, contactsIn, save } from '../../app/notices/contacts.ts'
import { nameOf } from '../../domain/names.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import type { Contact } from '../../log/notices.ts'
import type { PageContext } from '../context.ts'
import { optionsOf } from '../options-of.ts'
import { DataTable } from '../parts/data-table.tsx'
import { Fields } from '../parts/form/fields.tsx'
import { ErrorSummary, RefusalSummary } from '../parts/form/problems.tsx'
import { Layout } from '../parts/layout.tsx'
import { notFound, refusedPage } from './problem.tsx'

type Shown = { readonly written: Written; readonly problems?: readonly FieldProblem[]; readonly refusal?: Refused; readonly lines?: string }

/** GET: every contact, and the forms for one more and for many. */
export async function contactsPage(context: PageContext) {
  return barred(context) ?? listed(context, { written: {} }, 200)
}

/** POST: adds one contact, or each line of many: all of them, or none where a line is wrong. */
export async function takeNewContacts(context: PageContext) {
  const bar = barred(context)
  if (bar) return bar
  const { answer, paths, site } = context.var
  const written = (await context.req.parseBody({ all: true })) as Written
  if (typeof written.lines === 'string') return takeLines(context, written.lines)
  const fields = fieldsFrom(contactFields.shape, written)
  const result = contactFields.safeParse(fields)
  if (!result.success) return listed(context, { written, problems: problemsOf(result, '', fields) }, 422)
  if (!answer.register.subjects.has(result.data.of)) return listed(context, { written, problems: [unknownTo(result.data.of)] }, 422)
  const added = await site.app.telling().addContact(result.data)
  return isRefused(added) ? listed(context, { written, refusal: added }, 409) : context.redirect(paths.contacts(), 303)
}

const unknownTo = (of: string): FieldProblem => ({ field: 'of', problem: `expected one that the register knows, and ${of} was given` })

async function takeLines(context: PageContext, lines: string) {
  const { answer, paths, site } = context.var
  const { read, problems } = contactsIn(lines, answer.register)
  if (problems.length > 0 || read.length === 0) {
    const told = problems.length > 0 ? problems : ['expected a contact a line, and nothing was given']
    return listed(context, { written: {}, lines, problems: told.map((problem) => ({ field: 'lines', problem })) }, 422)
  }
  for (const contact of read) await site.app.telling().addContact(contact) // one that is there already stays as it is
  return context.redirect(paths.contacts(), 303)
}

/** GET: one contact. */
export async function oneContactPage(context: PageContext) {
  const contact = await contactAsked(context)
  return contact instanceof Response ? contact : one(context, contact, { written: asWritten(contact) }, 200)
}

/** POST: changes a contact, asks it to confirm again, or takes it away. */
export async function takeContact(context: PageContext) {
  const contact = await contactAsked(context)
  if (contact instanceof Response) return contact
  const { paths, site } = context.var
  const written = (await context.req.parseBody({ all: true })) as Written
  if (written.remove !== undefined) {
    await site.app.notices.deleteContact(contact.id)
    return context.redirect(paths.contacts(), 303)
  }
  if (written.ask !== undefined) {
    askToConfirm(site.app, contact)
    return context.redirect(paths.contacts(), 303)
  }
  const fields = fieldsFrom(contactFields.shape, written)
  const result = contactFields.safeParse(fields)
  if (!result.success) return one(context, contact, { written, problems: problemsOf(result, '', fields) }, 422)
  const { of, address, wants = [], confirmed } = result.data
  // Another address has confirmed nothing yet.
  const { verifiedAt, bouncedAt, bounce, leftAt, ...kept } = contact
  const before = address === contact.address ? contact : kept
  const changed = { ...before, of, address, wants }
  const saved = await save(site.app, confirmed ? confirmedNow(changed, site.app.people.now()) : changed)
  if (isRefused(saved)) return one(context, contact, { written, refusal: saved }, 409)
  if (address !== contact.address && !confirmed) askToConfirm(site.app, saved)
  return context.redirect(paths.contacts(), 303)
}

const asWritten = ({ of, address, wants }: Contact): Written => ({ of, address, wants })

function barred(context: PageContext): Response | Promise<Response> | undefined {
  const { account, paths, site } = context.var
  if (!account) return context.redirect(paths.signIn(context.req.path), 303)
  if (account.roles.includes('administrator')) return undefined
  return refusedPage(context, site, 403, 'The code administrator keeps the contacts', 'Ask your code administrator.')
}

async function contactAsked(context: PageContext): Promise<Contact | Response> {
  const bar = await barred(context)
  return bar ?? (await context.var.site.app.notices.contact(context.req.param('id') ?? '')) ?? notFound(context, context.var.site)
}

async function listed(context: PageContext, form: Shown, status: 200 | 409 | 422) {
  const contacts = await context.var.site.app.notices.contacts()
  return context.html(<ListView context={context} contacts={contacts} form={form} />, status)
}

type ListProps = { readonly context: PageContext; readonly contacts: readonly Contact[]; readonly form: Shown }

function ListView({ context, contacts, form }: ListProps) {
  const { answer, paths, csrf } = context.var
  const { refusal, problems = [], lines = '' } = form
  return (
    <Layout context={context} title="Contacts">
      <RefusalSummary context={context} refusal={refusal} />
      <ErrorSummary problems={problems} />
      <h1 class="govuk-heading-l">Contacts</h1>
      <p class="govuk-body">
        The addresses of bodies and organisations, and what each is told of. Nothing is sent to one that is not confirmed, that left, or
        from which mail came back.
      </p>
      {contacts.length === 0 ? (
        <p class="govuk-body">No contact is recorded.</p>
      ) : (
        <DataTable
          caption={`${contacts.length} contacts`}
          columns={[{ label: 'Of' }, { label: 'Address' }, { label: 'Is told of' }, { label: 'State' }]}
          rows={contacts.map((contact) => ({
            cells: [
              nameOf(answer.register, contact.of),
              <a class="govuk-link app-break" href={paths.contacts(contact.id)}>
                {contact.address}
              </a>,
              contact.wants.join(', ') || 'what asks something of it',
              stateText(contact),
            ],
          }))}
        />
      )}
      <h2 class="govuk-heading-m">Add a contact</h2>
      <ContactForm context={context} action={paths.contacts()} form={form} button="Add the contact" />
      <h2 class="govuk-heading-m">Add many</h2>
      <form method="post" action={paths.contacts()} class="app-form">
        <input type="hidden" name="csrf" value={csrf} />
        <div class="govuk-form-group">
          <label class="govuk-label" for="f-lines">
            One a line
          </label>
          <div id="f-lines-hint" class="govuk-hint">
            Such as “organisation/northern-powergrid, name@example.org, consultations decisions”. Each is asked to confirm
          </div>
          <textarea class="govuk-textarea" id="f-lines" name="lines" rows={5} aria-describedby="f-lines-hint">
            {lines}
          </textarea>
        </div>
        <button class="govuk-button" type="submit">
          Add them
        </button>
      </form>
    </Layout>
  )
}

function stateText({ verifiedAt, bouncedAt, bounce, leftAt }: Contact): string {
  if (leftAt !== undefined) return 'Left'
  if (bouncedAt !== undefined) return `Mail comes back: ${bounce ?? ''}`
  return verifiedAt === undefined ? 'Not confirmed yet' : 'Confirmed'
}

const one = (context: PageContext, contact: Contact, form: Shown, status: 200 | 409 | 422) =>
  context.html(<OneView context={context} contact={contact} form={form} />, status)

function OneView({ context, contact, form }: { readonly context: PageContext; readonly contact: Contact; readonly form: Shown }) {
  const { paths, csrf } = context.var
  return (
    <Layout context={context} title={contact.address}>
      <RefusalSummary context={context} refusal={form.refusal} />
      <ErrorSummary problems={form.problems ?? []} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.contacts()}>
            Contacts
          </a>
        </span>
        <span class="app-break">{contact.address}</span>
      </h1>
      <p class="govuk-body">{stateText(contact)}.</p>
      <ContactForm context={context} action={paths.contacts(contact.id)} form={form} button="Save" />
      <form method="post" action={paths.contacts(contact.id)} class="govuk-button-group">
        <input type="hidden" name="csrf" value={csrf} />
        {context.var.site.app.people.mail && (
          <button class="govuk-button govuk-button--secondary" type="submit" name="ask" value="yes">
            Ask it to confirm
          </button>
        )}
        <button class="govuk-button govuk-button--warning" type="submit" name="remove" value="yes">
          Take it away
        </button>
      </form>
    </Layout>
  )
}

type FormProps = { readonly context: PageContext; readonly action: string; readonly form: Shown; readonly button: string }

function ContactForm({ context, action, form: { written, problems = [] }, button }: FormProps) {
  const { answer, site, csrf } = context.var
  const options = ({ from }: FieldMeta) =>
    from ? optionsOf(from, { register: answer.register, act: 'Retitle', subject: 'modification/new', grammar: site.grammar }) : []
  return (
    <form method="post" action={action} novalidate class="app-form">
      <input type="hidden" name="csrf" value={csrf} />
      <Fields shape={contactFields.shape} written={written} problems={problems} options={options} />
      <button class="govuk-button" type="submit">
        {button}
      </button>
    </form>
  )
}
