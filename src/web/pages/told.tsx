import { confirmedNow, topicWords } from '../../app/notices/contacts.ts'
import { kindOf } from '../../domain/entry.ts'
import { nameOf } from '../../domain/names.ts'
import { type Topic, topics } from '../../domain/notice/topics.ts'
import type { Contact } from '../../log/notices.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../parts/layout.tsx'
import { refusedPage } from './problem.tsx'

/** GET: what a contact is told of, by the link of its mails. Looking at it changes nothing: scanners of mail look at every link. */
export async function toldPage(context: PageContext) {
  const contact = await contactOf(context)
  return contact ? context.html(<ToldView context={context} contact={contact} />) : unknown(context)
}

/** POST: confirms the address with what it is told of, or leaves; the button of a mail program leaves at once (RFC 8058). */
export async function takeTold(context: PageContext) {
  const contact = await contactOf(context)
  if (!contact) return unknown(context)
  const { notices, people } = context.var.site.app
  const form = await context.req.parseBody({ all: true })
  const leaves = form.leave !== undefined || form['List-Unsubscribe'] === 'One-Click'
  const asked = [form.wants ?? []].flat().map(String)
  const wants = topics.filter((topic) => asked.includes(topic))
  const { weeklySince, unreminded, ...rest } = confirmedNow(contact, people.now())
  const { moment } = await context.var.site.app.stamp()
  const chosen = {
    ...rest,
    wants,
    ...(mayBeWeekly(contact) && form.how === 'weekly' ? { weeklySince: weeklySince ?? moment } : {}),
    ...(form.reminders === 'yes' ? {} : { unreminded: true }),
  }
  const changed = leaves ? { ...contact, leftAt: people.now() } : chosen
  await notices.saveContact(changed)
  return context.html(
    <ToldView
      context={context}
      contact={changed}
      done={leaves ? 'You have left: nothing more is sent.' : 'Saved, and this address is confirmed.'}
    />,
  )
}

/** What touches it is told of an organisation; a body is asked and decides. */
const mayBeWeekly = ({ of }: Contact): boolean => kindOf(of) === 'organisation'

const contactOf = ({ req, var: { site } }: PageContext) => site.app.notices.contactOfSecret(req.param('secret') ?? '')

const unknown = (context: PageContext) =>
  refusedPage(
    context,
    context.var.site,
    404,
    'This link leads to no address that is told of anything',
    'Use the link of the last mail, or ask the code administrator.',
  )

type ViewProps = { readonly context: PageContext; readonly contact: Contact; readonly done?: string }

function ToldView({ context, contact, done }: ViewProps) {
  const { answer, csrf } = context.var
  const confirmed = contact.verifiedAt !== undefined && contact.leftAt === undefined
  return (
    <Layout context={context} title="What you are told of">
      {done && (
        <p class="govuk-inset-text" role="status">
          {done}
        </p>
      )}
      <h1 class="govuk-heading-l">What you are told of</h1>
      <p class="govuk-body">
        <strong class="app-break">{contact.address}</strong> is a contact of {nameOf(answer.register, contact.of)}.{' '}
        {confirmed ? 'What asks something of it comes in any case.' : 'Nothing is sent to it.'}
      </p>
      <form method="post" action={context.req.path} class="app-form">
        <input type="hidden" name="csrf" value={csrf} />
        {mayBeWeekly(contact) && <How contact={contact} />}
        <div class="govuk-form-group">
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend">Tell me of</legend>
            <div class="govuk-checkboxes govuk-checkboxes--small">
              {topics.map((topic) => (
                <Choice topic={topic} isChosen={contact.wants.includes(topic)} />
              ))}
            </div>
          </fieldset>
        </div>
        <div class="govuk-form-group">
          <div class="govuk-checkboxes govuk-checkboxes--small">
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id="reminders"
                name="reminders"
                type="checkbox"
                value="yes"
                checked={!contact.unreminded}
              />
              <label class="govuk-label govuk-checkboxes__label" for="reminders">
                Remind me before an answer is due that is not given yet
              </label>
            </div>
          </div>
        </div>
        <div class="govuk-button-group">
          <button class="govuk-button" type="submit">
            {confirmed ? 'Save' : 'Confirm this address'}
          </button>
          <button class="govuk-button govuk-button--secondary" type="submit" name="leave" value="yes">
            Leave
          </button>
        </div>
      </form>
    </Layout>
  )
}

const ways = [
  ['each', 'A mail for each thing', 'Of what is chosen below'],
  [
    'weekly',
    'One mail a week',
    'With what touches your category and what you proposed; it says so when there is nothing. Nothing else, no reminder, but what is asked of you alone',
  ],
] as const

function How({ contact }: { readonly contact: Contact }) {
  const chosen = contact.weeklySince === undefined ? 'each' : 'weekly'
  return (
    <div class="govuk-form-group">
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend">How often</legend>
        <div class="govuk-radios govuk-radios--small">
          {ways.map(([way, label, hint]) => (
            <div class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                id={`how-${way}`}
                name="how"
                type="radio"
                value={way}
                checked={way === chosen}
                aria-describedby={`how-${way}-hint`}
              />
              <label class="govuk-label govuk-radios__label" for={`how-${way}`}>
                {label}
              </label>
              <div id={`how-${way}-hint`} class="govuk-hint govuk-radios__hint">
                {hint}
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

function Choice({ topic, isChosen }: { readonly topic: Topic; readonly isChosen: boolean }) {
  return (
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" id={`wants-${topic}`} name="wants" type="checkbox" value={topic} checked={isChosen} />
      <label class="govuk-label govuk-checkboxes__label" for={`wants-${topic}`}>
        {topicWords[topic]}
      </label>
    </div>
  )
}
