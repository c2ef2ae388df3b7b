import { type ContactLine, contactsIn, readContacts } from '../../app/notices/contacts-file.ts'
import { topics } from '../../domain/notice/topics.ts'
import { all } from '../../domain/register.ts'
import type { PageContext } from '../context.ts'
import { FileOrText } from '../parts/form/file-or-text.tsx'
import { ErrorSummary } from '../parts/form/problems.tsx'
import { Layout } from '../parts/layout.tsx'
import { notTheContacts } from '../parts/notices/contact-form.tsx'

type Shown = { readonly text: string; readonly evidence: string; readonly lines?: readonly ContactLine[]; readonly problem?: string }

/** GET: where many contacts are brought in. */
export function contactsFilePage(context: PageContext) {
  return notTheContacts(context) ?? context.html(<FileView context={context} form={{ text: '', evidence: '' }} />)
}

/** POST: says line by line what it would add and what it cannot read; sent again, unchanged, it adds all of them, or none where a line is wrong. */
export async function takeContactsFile(context: PageContext) {
  const bar = notTheContacts(context)
  if (bar) return bar
  const { answer, paths, site } = context.var
  const sent = await context.req.parseBody()
  const text = sent.file instanceof File && sent.file.size > 0 ? await sent.file.text() : String(sent.text ?? '')
  const evidence = String(sent.evidence ?? '').trim()
  const show = (form: Partial<Shown>, status: 200 | 422) =>
    context.html(<FileView context={context} form={{ text, evidence, ...form }} />, status)
  if (text.trim() === '') return show({ problem: 'Choose a file, or paste its text' }, 422)
  const lines = readContacts(text, answer.register, await site.app.notices.contacts())
  if (lines.some((line) => 'problem' in line)) return show({ lines }, 422)
  const adds = contactsIn(lines)
  if (adds.length === 0 || sent.previewed !== text) return show({ lines }, 200)
  for (const contact of adds) await site.app.telling().addContact(evidence === '' ? contact : { ...contact, confirmed: evidence })
  return context.redirect(paths.contacts(), 303)
}

function FileView({ context, form }: { readonly context: PageContext; readonly form: Shown }) {
  const { csrf, paths } = context.var
  const { text, evidence, lines, problem } = form
  const isReady = lines !== undefined && !lines.some((line) => 'problem' in line) && contactsIn(lines).length > 0
  return (
    <Layout context={context} title="Contacts from a file" section="contacts">
      <ErrorSummary problems={problem === undefined ? [] : [{ field: 'text', problem }]} />
      {lines && <Preview lines={lines} />}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.contacts()}>
            Contacts
          </a>
        </span>
        Contacts from a file
      </h1>
      <p class="govuk-body">
        CSV whose first line names the columns: for, address and, where they are told, name, role, topics. For: the name or the id of a body
        or an organisation. Topics: {topics.join(', ')}, with a space between them. What it would add is shown before anything is kept.
      </p>
      <form method="post" action={paths.contactsFile()} enctype="multipart/form-data" novalidate class="app-form">
        <input type="hidden" name="csrf" value={csrf} />
        {isReady && <input type="hidden" name="previewed" value={text} />}
        <FileOrText accept=".csv,text/csv" text={text} rows={8} />
        <div class="govuk-form-group">
          <label class="govuk-label" for="f-evidence">
            How all of them were confirmed in writing <span class="app-quiet">(left blank, a mail asks each to confirm)</span>
          </label>
          <input class="govuk-input" id="f-evidence" name="evidence" maxlength={2_000} value={evidence} />
        </div>
        <button class="govuk-button" type="submit">
          {isReady
            ? `Add ${contactsIn(lines).length === 1 ? 'this contact' : `these ${contactsIn(lines).length} contacts`}`
            : 'Show what it would add'}
        </button>
      </form>
      <Called context={context} />
    </Layout>
  )
}

function Preview({ lines }: { readonly lines: readonly ContactLine[] }) {
  const adds = contactsIn(lines).length
  const unread = lines.filter((line) => 'problem' in line).length
  return (
    <section class="govuk-inset-text" aria-label="Preview" id="preview">
      <h2 class="govuk-heading-s">
        Nothing is kept yet. It would add {adds === 1 ? '1 contact' : `${adds} contacts`}
        {unread > 0 && `, and cannot read ${unread === 1 ? '1 line' : `${unread} lines`}: correct ${unread === 1 ? 'it' : 'them'} first`}.
      </h2>
      <ul class="govuk-list app-lines">
        {lines.map((line) => (
          <li>
            <span class="app-lines__day">{line.where}</span> {lineText(line)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function lineText(line: ContactLine): string {
  if ('problem' in line) return `Cannot be read: ${line.problem}`
  return 'already' in line ? `Nothing: ${line.already}` : `Adds ${line.says}`
}

/** What bodies and organisations are called in a file. */
function Called({
  context: {
    var: { answer, paths },
  },
}: {
  readonly context: PageContext
}) {
  const rows = [
    ...all(answer.register, 'body').map(({ subject, state }) => ({ subject, name: state.name.value })),
    ...all(answer.register, 'organisation').map(({ subject, state }) => ({ subject, name: state.name?.value ?? '' })),
  ]
  return (
    <details class="govuk-details app-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">What bodies and organisations are called</span>
      </summary>
      <div class="govuk-details__text">
        <ul class="govuk-list">
          {rows.map(({ subject, name }) => (
            <li>
              <a class="govuk-link" href={paths.subject(subject)}>
                {name}
              </a>{' '}
              <code>{subject}</code>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
