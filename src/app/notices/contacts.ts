import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Topic } from '../../domain/notice/topics.ts'
import { isRefused, refused, type Verdict } from '../../domain/refusal.ts'
import type { Contact } from '../../log/notices.ts'
import { line, several, subject } from '../acting/fields.ts'
import type { App } from '../app.ts'
import { read } from '../importing/field-schemas.ts'
import { parseEmail } from '../people/accounts.ts'
import { newSecret } from '../people/secret.ts'

export const topicWords: Record<Topic, string> = {
  consultations: 'Consultations: planned, issued, changed',
  decisions: 'Votes, decisions and appeals',
  steps: 'Every step of a modification',
  assessments: 'Assessments',
  releases: 'Releases: dates, scope, what comes into force',
  meetings: 'Meetings, what is before them, and their minutes',
  reports: 'Published reports',
  rules: 'Changes of the rulebook, and bank holidays declared',
}

/** What is written of a contact. */
export const contactFields = z.strictObject({
  of: subject('bodies and organisations', ['body', 'organisation'], { label: 'Contact of' }),
  address: read('an address like name@example.org', parseEmail).meta({ label: 'E-mail address', control: 'line' }),
  name: line({ label: 'Who reads there', hint: 'Kept beside the log, and gone with the contact' }).exactOptional(),
  role: line({ label: 'As what', hint: 'Such as “regulation manager”' }).exactOptional(),
  wants: several(topicWords, { label: 'Is told of', hint: 'What asks something of it comes in any case' }).exactOptional(),
  confirmed: line({
    label: 'How it was confirmed in writing',
    hint: 'Such as “its letter of 4 October 2019”; left blank, a mail asks it to confirm',
  }).exactOptional(),
})
export type ContactWritten = z.output<typeof contactFields>

/** Adds a contact; asked to confirm by mail, unless it was confirmed in writing. */
export async function addContact(app: App, { of, address, name, role, wants = [], confirmed }: ContactWritten): Promise<Verdict<Contact>> {
  const now = app.people.now()
  const contact: Contact = {
    id: randomUUID(),
    of,
    address,
    wants,
    addedAt: now,
    secret: newSecret().secret,
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(confirmed === undefined ? {} : { verifiedAt: now, evidence: confirmed }),
  }
  const saved = await save(app, contact)
  if (!isRefused(saved) && !confirmed) await askToConfirm(app, contact)
  return saved
}

export async function save(app: Pick<App, 'notices'>, contact: Contact): Promise<Verdict<Contact>> {
  if ((await app.notices.saveContact(contact)) === 'saved') return contact
  return refused(`the address ${contact.address} is a contact of it already`, ['address'], ['change that one'])
}

/** It is confirmed, by whoever reads there or with evidence: what came back before is tried again. */
export const confirmedNow = ({ bouncedAt, bounce, leftAt, evidence: _, ...contact }: Contact, now: string, evidence?: string): Contact => ({
  ...contact,
  verifiedAt: now,
  ...(evidence === undefined ? {} : { evidence }),
})

/** Several at once, with how who administers knows that they are right. One that left is not brought back so. */
export async function confirmAll(
  { notices, people }: Pick<App, 'notices' | 'people'>,
  ids: readonly string[],
  evidence: string,
): Promise<void> {
  const chosen = (await notices.contacts()).filter(({ id, leftAt }) => ids.includes(id) && leftAt === undefined)
  for (const contact of chosen) await notices.saveContact(confirmedNow(contact, people.now(), evidence))
}

/** Puts the mail with the link by which it confirms into the outbox: it leaves with the next, and what comes back of it is known. */
export async function askToConfirm({ notices, people }: Pick<App, 'notices' | 'people'>, { id, of, address }: Contact): Promise<void> {
  const now = people.now()
  const told = { recipient: `contact/${id}`, listensFor: [of], address, positions: [], heldUntil: now }
  await notices.add([{ ...told, command: `confirm/${id}/${now}`, why: 'confirm', matter: { kind: 'confirm' } }])
}
