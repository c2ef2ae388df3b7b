import { randomUUID } from 'node:crypto'
import type { MailWords } from '../../app/notices/words.ts'
import { isRefused } from '../../domain/refusal.ts'
import type { Notice } from '../../log/notices.ts'
import type { PageContext } from '../context.ts'
import { ownPath } from '../own-path.ts'
import { Layout } from '../parts/layout.tsx'
import { OutboxCommand } from '../parts/notices/outbox-command.tsx'
import { OutboxTimed } from '../parts/notices/outbox-timed.tsx'
import { ToComeTable } from '../parts/notices/to-come.tsx'
import { subjectAsked } from '../subject-asked.ts'
import { refusedPage } from './problem.tsx'

/** The page shows the notices of so many, the newest first. */
const MOST = 300

/** GET: what is about to leave, and what left: to whom, when, with what outcome. Who administers sees all, others what they recorded. */
export async function outboxPage(context: PageContext) {
  const { account, paths, principal, site } = context.var
  if (!account) return context.redirect(paths.signIn(paths.outbox()), 303)
  const telling = site.app.telling()
  await telling.collect()
  await telling.collectTimed()
  const notices = await site.app.notices.latest(MOST)
  const administers = principal.roles.includes('administrator')
  const commands = [...Map.groupBy(notices, ({ command }) => command)].filter(
    ([, some]) => isAbout(context, some) && (administers || (some[0] !== undefined && site.app.telling().isRecorder(some[0], principal))),
  )
  const contacts = administers ? await site.app.notices.contacts() : []
  const toCome = administers && context.req.query('about') === undefined ? await telling.toCome() : undefined
  const told = await Promise.all(commands.map(([command, some]) => toldOf(context, command, some)))
  return context.html(
    <Layout context={context} title="Outbox">
      <h1 class="govuk-heading-l">Outbox</h1>
      <p class="govuk-body">
        What was recorded here tells those whom it concerns by mail, once nobody has taken it back in the time that{' '}
        <a class="govuk-link" href={paths.rule('notices-held')}>
          the rule
        </a>{' '}
        tells. {where(context)}
      </p>
      {administers && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.contacts()}>
            Contacts
          </a>
          {' · '}
          <a class="govuk-link" href={paths.cameBack()}>
            Take what a mail server sent back
          </a>
        </p>
      )}
      {told.length === 0 && <p class="govuk-body">Nothing is in it.</p>}
      {told.map((one) => {
        const matter = one.notices[0]?.matter
        return matter ? (
          <OutboxTimed context={context} told={one} matter={matter} contacts={contacts} />
        ) : (
          <OutboxCommand context={context} told={one} contacts={contacts} />
        )
      })}
      {toCome && <ToComeTable context={context} toCome={toCome} />}
    </Layout>,
  )
}

function where({ var: { site } }: PageContext): string {
  if (site.app.people.mail) return ''
  return site.app.isDemo()
    ? 'This is a demonstration: nothing is sent, and what would have been is shown.'
    : 'No mail server is set up here: what is due waits.'
}

/** What is in the outbox of one command. What a day brings differs from reader to reader; what was recorded is told to all alike. */
export type ToldOfCommand = {
  readonly command: string
  readonly notices: readonly Notice[]
  readonly note: string
  readonly mails: readonly MailWords[]
}

async function toldOf({ var: { site } }: PageContext, command: string, notices: readonly Notice[]): Promise<ToldOfCommand> {
  const wordsOf = async (notice: Notice): Promise<MailWords | undefined> =>
    notice.subject !== undefined && notice.text !== undefined
      ? { subject: notice.subject, text: notice.text }
      : notice.state === 'dropped' && notice.matter
        ? undefined
        : site.app.telling().mailOf(site.grammar, notice)
  const one = notices.find(({ text }) => text !== undefined) ?? notices[0]
  const told = notices.some(({ matter }) => matter) ? notices : one ? [one] : []
  const mails = (await Promise.all(told.map(wordsOf))).filter((mail) => mail !== undefined)
  return { command, notices, note: (await site.app.notices.note(command)) ?? '', mails }
}

/** About one subject alone, where one is asked for: `modification/46`. */
function isAbout({ req, var: { answer, site } }: PageContext, notices: readonly Notice[]): boolean {
  const [kind = '', ...id] = (req.query('about') ?? '').split('/')
  const subject = kind && subjectAsked(site.grammar, kind, id.join('/'))
  if (!subject) return true
  const about = new Set(
    answer
      .log()
      .filter((entry) => entry.subject === subject)
      .map(({ position }) => position),
  )
  return notices.some(({ positions }) => positions.some((position) => about.has(position)))
}

/** POST: takes back what was recorded; changes the note; holds back what a day brought; sends it again, or to who was not told yet. */
export async function takeOutbox(context: PageContext) {
  const { account, paths, principal, site } = context.var
  const form: Readonly<Record<string, unknown>> = await context.req.parseBody()
  if (!account) return context.redirect(paths.signIn(paths.outbox()), 303)
  if (form.undo !== undefined) {
    const undone = await site.app.telling().undo(Number(form.undo), principal, String(form.key ?? randomUUID()))
    if (isRefused(undone)) return refusedPage(context, site, undone.notYours ? 403 : 409, undone.refused, undone.remedies.join('; '))
    const last = undone.entries.at(-1)
    return context.redirect((last && paths.subject(last.subject, '', { recorded: last.position })) ?? paths.outbox(), 303)
  }
  if (!principal.roles.includes('administrator'))
    return refusedPage(context, site, 403, 'The code administrator keeps the outbox', 'Ask your code administrator.')
  if (typeof form.drop === 'string') await site.app.notices.drop(form.drop, 'held back by who administers')
  if (typeof form.command === 'string' && typeof form.note === 'string')
    await site.app.notices.saveNote(form.command, form.note.trim(), account.id)
  const sent =
    typeof form.again === 'string'
      ? await site.app.telling().sendAgain(form.again)
      : typeof form.missed === 'string' && (await site.app.telling().tellMissed(form.missed))
  if (sent !== false && isRefused(sent)) return refusedPage(context, site, 409, sent.refused, sent.remedies.join('; '))
  return context.redirect(form.back === undefined ? paths.outbox() : ownPath(form.back), 303)
}
