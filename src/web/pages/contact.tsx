import { fieldsFrom, problemsOf, type Written } from '../../app/acting/read-act.ts'
import { askToConfirm, confirmedNow, contactFields, save } from '../../app/notices/contacts.ts'
import { isRefused } from '../../domain/refusal.ts'
import type { Contact } from '../../log/notices.ts'
import type { PageContext } from '../context.ts'
import { ErrorSummary, RefusalSummary } from '../parts/form/problems.tsx'
import { Layout } from '../parts/layout.tsx'
import { ContactForm, notTheContacts, type ShownForm } from '../parts/notices/contact-form.tsx'
import { stateText } from '../parts/notices/contact-state.ts'
import { notFound } from './problem.tsx'

/** GET: one contact. */
export async function contactPage(context: PageContext) {
  const contact = await contactAsked(context)
  return contact instanceof Response ? contact : one(context, contact, { written: asWritten(contact) }, 200)
}

/** POST: changes a contact, asks it to confirm again, or ends it. */
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
    await askToConfirm(site.app, contact)
    return context.redirect(paths.contacts(), 303)
  }
  const fields = fieldsFrom(contactFields.shape, written)
  const result = contactFields.safeParse(fields)
  if (!result.success) return one(context, contact, { written, problems: problemsOf(result, '', fields) }, 422)
  const { of, address, name, role, wants = [], confirmed } = result.data
  // Another address has confirmed nothing yet.
  const { name: _, role: __, ...unnamed } = contact
  const { verifiedAt, evidence, bouncedAt, bounce, leftAt, ...kept } = unnamed
  const before = address === contact.address ? unnamed : kept
  const changed = { ...before, of, address, wants, ...(name === undefined ? {} : { name }), ...(role === undefined ? {} : { role }) }
  const saved = await save(site.app, confirmed === undefined ? changed : confirmedNow(changed, site.app.people.now(), confirmed))
  if (isRefused(saved)) return one(context, contact, { written, refusal: saved }, 409)
  if (address !== contact.address && confirmed === undefined) await askToConfirm(site.app, saved)
  return context.redirect(paths.contacts(), 303)
}

const asWritten = ({ of, address, name = '', role = '', wants }: Contact): Written => ({ of, address, name, role, wants })

async function contactAsked(context: PageContext): Promise<Contact | Response> {
  const bar = await notTheContacts(context)
  return bar ?? (await context.var.site.app.notices.contact(context.req.param('id') ?? '')) ?? notFound(context, context.var.site)
}

const one = (context: PageContext, contact: Contact, form: ShownForm, status: 200 | 409 | 422) =>
  context.html(<ContactView context={context} contact={contact} form={form} />, status)

function ContactView({ context, contact, form }: { readonly context: PageContext; readonly contact: Contact; readonly form: ShownForm }) {
  const { paths, csrf } = context.var
  return (
    <Layout context={context} title={contact.address} section="contacts">
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
      <p class="govuk-body">{stateText(context, contact)}.</p>
      <ContactForm context={context} action={paths.contacts(contact.id)} form={form} button="Save" />
      <form method="post" action={paths.contacts(contact.id)} class="govuk-button-group">
        <input type="hidden" name="csrf" value={csrf} />
        <button class="govuk-button govuk-button--secondary" type="submit" name="ask" value="yes">
          Ask it to confirm
        </button>
        <button class="govuk-button govuk-button--warning" type="submit" name="remove" value="yes">
          End this contact
        </button>
      </form>
    </Layout>
  )
}
