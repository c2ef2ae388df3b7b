import type { FieldMeta } from '../../../app/acting/fields.ts'
import type { FieldProblem, Written } from '../../../app/acting/read-act.ts'
import { contactFields } from '../../../app/notices/contacts.ts'
import type { Refused } from '../../../domain/refusal.ts'
import type { PageContext } from '../../context.ts'
import { optionsOf } from '../../options-of.ts'
import { refusedPage } from '../../pages/problem.tsx'
import { Fields } from '../form/fields.tsx'

/** A form as it is shown again: what was written, and what is wrong with it. */
export type ShownForm = { readonly written: Written; readonly problems?: readonly FieldProblem[]; readonly refusal?: Refused }

type FormProps = { readonly context: PageContext; readonly action: string; readonly form: ShownForm; readonly button: string }

/** What is written of one contact. */
export function ContactForm({ context, action, form: { written, problems = [] }, button }: FormProps) {
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

/** What is said to who does not administer; undefined for who does. */
export function notTheContacts(context: PageContext): Response | Promise<Response> | undefined {
  const { account, paths, site } = context.var
  if (!account) return context.redirect(paths.signIn(context.req.path), 303)
  if (account.roles.includes('administrator')) return undefined
  return refusedPage(context, site, 403, 'The code administrator keeps the contacts', 'Ask your code administrator.')
}
