import { colleaguesOf, inviteColleague, tasks } from '../../app/people/response-drafts.ts'
import { nameOf } from '../../domain/names.ts'
import { wordsOf } from '../../report/words/code-words.ts'
import { consultationName } from '../../report/words/event-sentence.ts'
import type { PageContext } from '../context.ts'
import { ConsultationHeading } from '../parts/consultation/heading.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Responding, respondingIn } from '../responding.ts'
import { refusedPage } from './problem.tsx'

/** GET: those who act for the same organisation, to be asked to draft its response or to sign it off. */
export async function colleaguesPage(context: PageContext) {
  const responding = await respondingIn(context)
  if (responding instanceof Response) return responding
  const { csrf, paths, site } = context.var
  const { account, by, consultation } = responding
  const colleagues = await colleaguesOf(site.app.people, by, account.id)
  return context.html(
    <Layout context={context} title="Invite a colleague">
      <ConsultationHeading context={context} asked={responding}>
        Invite a colleague
      </ConsultationHeading>
      {colleagues.length === 0 && (
        <p class="govuk-body">Nobody else acts for {nameOf(context.var.answer.register, by)} here. The code administrator adds accounts.</p>
      )}
      <form method="post" action={paths.consultation(consultation.id, 'colleagues')}>
        <input type="hidden" name="csrf" value={csrf} />
        {colleagues.map(({ id, label }) => (
          <section class="app-card">
            <h2 class="govuk-heading-s">{label}</h2>
            <div class="govuk-button-group">
              {tasks.map((task) => (
                <button class="govuk-button govuk-button--secondary" type="submit" name={task} value={id}>
                  {task === 'draft' ? 'Ask to draft' : 'Ask to sign off'}
                  <span class="govuk-visually-hidden">: {label}</span>
                </button>
              ))}
            </div>
          </section>
        ))}
      </form>
    </Layout>,
  )
}

/** POST: asks a colleague, signs the present version off, or says that nobody need sign it off. */
export async function takeColleagues(context: PageContext) {
  const responding = await respondingIn(context)
  if (responding instanceof Response) return responding
  const { paths, site } = context.var
  const { people } = site.app
  const { account, consultation, key } = responding
  const form = (await context.req.parseBody()) as Readonly<Record<string, unknown>>
  if (form.nobody === 'sign off') await people.askNobody(key, 'sign off')
  if (typeof form.sign === 'string' && !(await people.signOff(account.id, key, Number(form.sign))))
    return refusedPage(
      context,
      site,
      409,
      'This version was not signed off: it was saved by you, or a colleague has saved another since',
      'Open the response again, and sign off the version that it shows; another than who saved it signs it off.',
    )
  for (const task of tasks) {
    const colleague = (await colleaguesOf(people, key.organisation, account.id)).find(({ id }) => id === form[task])
    if (colleague) await inviteColleague(people, account, key, { account: colleague, task, ...aboutOf(context, responding) })
  }
  return context.redirect(paths.consultation(consultation.id, 'respond'), 303)
}

function aboutOf(context: PageContext, { found, consultation }: Responding) {
  const { answer, paths, site } = context.var
  const about = `${consultationName(consultation.id, wordsOf(answer.register))} on ${nameOf(answer.register, found.subject, site.grammar)}`
  return { about, path: paths.consultation(consultation.id, 'respond') }
}
