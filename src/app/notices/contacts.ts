import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Subject } from '../../domain/entry.ts'
import { type Topic, topics } from '../../domain/notice/topics.ts'
import { isRefused, refused, type Verdict } from '../../domain/refusal.ts'
import type { Register } from '../../domain/register.ts'
import type { Contact } from '../../log/notices.ts'
import { several, subject, yes } from '../acting/fields.ts'
import type { App } from '../app.ts'
import { parseSubject, read } from '../importing/field-schemas.ts'
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
  wants: several(topicWords, { label: 'Is told of', hint: 'What asks something of it comes in any case' }).exactOptional(),
  confirmed: yes({ label: 'It was confirmed in writing', hint: 'Else a mail asks it to confirm' }).exactOptional(),
})
export type ContactWritten = z.output<typeof contactFields>

/** Adds a contact; asked to confirm by mail, unless it was confirmed in writing. */
export async function addContact(app: App, { of, address, wants = [], confirmed }: ContactWritten): Promise<Verdict<Contact>> {
  const now = app.people.now()
  const contact: Contact = {
    id: randomUUID(),
    of,
    address,
    wants,
    addedAt: now,
    secret: newSecret().secret,
    ...(confirmed ? { verifiedAt: now } : {}),
  }
  const saved = await save(app, contact)
  if (!isRefused(saved) && !confirmed) askToConfirm(app, contact)
  return saved
}

export async function save(app: Pick<App, 'notices'>, contact: Contact): Promise<Verdict<Contact>> {
  if ((await app.notices.saveContact(contact)) === 'saved') return contact
  return refused(`the address ${contact.address} is a contact of it already`, ['address'], ['change that one'])
}

/** It is confirmed by whoever reads there: what came back before is tried again. */
export const confirmedNow = ({ bouncedAt, bounce, leftAt, ...contact }: Contact, now: string): Contact => ({ ...contact, verifiedAt: now })

/** Sends the link by which it confirms; nobody waits for it. */
export function askToConfirm({ people }: Pick<App, 'people'>, { address, secret }: Contact): void {
  const { mail, settings } = people
  if (!mail) return
  const text = `This address was given to the code administrator, to be told of changes to the code.\n\nOpen this page to confirm it, to choose what you are told of, or to leave:\n\n${settings.url}/sec/told/${secret}\n\nNothing is sent until it is confirmed.\n`
  people.inBackground(async () => {
    await mail.send({ to: address, subject: 'Confirm that you want to be told of changes to the code', text })
  })
}

/** Many at once, one a line: `organisation/northern-powergrid, name@example.org, consultations decisions`. What is wrong is told by its line. */
export function contactsIn(
  text: string,
  register: Register,
): { readonly read: readonly ContactWritten[]; readonly problems: readonly string[] } {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }))
  const all = lines.filter(({ line }) => line !== '').map(({ line, number }) => lineIn(line, number, register))
  return { read: all.flatMap((each) => (typeof each === 'string' ? [] : [each])), problems: all.filter((each) => typeof each === 'string') }
}

function lineIn(line: string, number: number, register: Register): ContactWritten | string {
  const [whom = '', written = '', wanted = ''] = line.split(/[,;\t]/).map((part) => part.trim())
  const of = parseSubject(whom) as Subject | undefined
  const address = parseEmail(written)
  const wants = wanted.split(/\s+/).filter((word) => word !== '')
  const unknown = wants.find((word) => !topics.includes(word as Topic))
  if (!of || !register.subjects.has(of))
    return `line ${number}: expected a body or an organisation like organisation/dcc, and “${whom}” was given`
  if (!address) return `line ${number}: expected an address like name@example.org, and “${written}” was given`
  if (unknown !== undefined) return `line ${number}: expected some of ${topics.join(', ')}, and “${unknown}” was given`
  return { of, address, wants: wants as Topic[] }
}
