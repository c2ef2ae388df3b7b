import { z } from 'zod'
import type { Subject } from '../../domain/entry.ts'
import type { Seat } from '../../domain/organisation/seats.ts'
import type { Register } from '../../domain/register.ts'
import type { Account } from '../../log/people.ts'
import { line, several, subjects } from '../acting/fields.ts'
import { type FieldProblem, problemsOf } from '../acting/read-act.ts'
import { parseSubject, read } from '../importing/field-schemas.ts'
import { type AccountWritten, parseEmail } from './accounts.ts'

/** What the administrator writes of an account: the same fields in the form and on the command line. */
export const accountFields = z.strictObject({
  label: line({ label: 'Name by role', hint: 'Such as “Change Board member for Large Suppliers”. Never the name of a person' }),
  email: read('an address like name@example.org', parseEmail)
    .meta({
      label: 'E-mail address',
      hint: 'By which its holder signs in. Another address shuts out who used the one before',
      control: 'line',
    })
    .exactOptional(),
  roles: several({ administrator: 'Administers the register', importer: 'Imports sets of facts' }, { label: 'Roles' }).exactOptional(),
  bodies: subjects('bodies', ['body'], { label: 'Bodies for which it acts', hint: 'As their chair or secretary' }).exactOptional(),
  organisations: subjects('organisations', ['organisation'], { label: 'Organisations for which it acts' }).exactOptional(),
  seats: z
    .array(read('a seat like change-board/large-supplier-1', parseSeat), { error: 'a list of seats' })
    .meta({ label: 'Seats in which it sits', hint: 'One a line, such as change-board/large-supplier-1', control: 'lines' })
    .exactOptional(),
})

/** Reads an account as `fieldsFrom` gives it; each thing wrong with it leads to its field. */
export function readAccount(
  fields: unknown,
  register: Register,
): { readonly account: AccountWritten } | { readonly problems: readonly FieldProblem[] } {
  const result = accountFields.safeParse(fields)
  if (!result.success) return { problems: problemsOf(result, '', fields) }
  const { label, email, roles = [], bodies = [], organisations = [], seats = [] } = result.data
  const problems = [
    ...unknownTo(register, 'bodies', bodies),
    ...unknownTo(register, 'organisations', organisations),
    ...unknownTo(
      register,
      'seats',
      seats.map(({ body }) => body),
    ),
  ]
  if (problems.length > 0) return { problems }
  return { account: { label, ...(email === undefined ? {} : { email }), roles, actsFor: [...bodies, ...organisations], seats } }
}

/** An account as its form shows it. */
export const accountAsWritten = ({ label, email = '', roles, actsFor, seats }: Account) => ({
  label,
  email,
  roles,
  bodies: actsFor.filter((subject) => subject.startsWith('body/')),
  organisations: actsFor.filter((subject) => subject.startsWith('organisation/')),
  seats: seats.map(seatText),
})

/** A seat as people write it: `change-board/large-supplier-1`. */
export const seatText = ({ body, seat }: Seat): string => `${body.slice('body/'.length)}/${seat}`

function parseSeat(text: string): Seat | undefined {
  const [body = '', seat = '', ...rest] = text.split('/')
  const subject = parseSubject(`body/${body}`, ['body'])
  return subject && rest.length === 0 && /^[a-z0-9][a-z0-9-]*$/.test(seat) ? { body: subject, seat } : undefined
}

const unknownTo = (register: Register, field: string, named: readonly Subject[]): readonly FieldProblem[] =>
  named
    .filter((subject) => !register.subjects.has(subject))
    .map((subject) => ({ field, problem: `expected what the register knows, and ${subject} was given, which it does not` }))
