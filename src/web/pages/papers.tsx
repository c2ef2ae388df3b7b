import { randomUUID } from 'node:crypto'
import { readAct } from '../../app/acting/read-act.ts'
import { recordActs } from '../../app/acting/record-acts.ts'
import { templateOf } from '../../app/files/template-of.ts'
import { mayAct } from '../../domain/access.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import { longDay } from '../../domain/calendar/format.ts'
import type { Consultation, ConsultationKind } from '../../domain/consultation/consultation.ts'
import { documentsAbout, lastVersion } from '../../domain/document/documents-about.ts'
import type { Subject } from '../../domain/entry.ts'
import { canonicalReference, parseReference } from '../../domain/modification/reference.ts'
import { nameOf } from '../../domain/names.ts'
import { isRefused } from '../../domain/refusal.ts'
import { type Found, find } from '../../domain/register.ts'
import { minutesTexts } from '../../report/meeting/minutes.ts'
import { filled } from '../../report/templates/fill.ts'
import { isTemplateId, type TemplateId, templateKinds, templatesOf } from '../../report/templates/kinds.ts'
import { meetingData } from '../../report/templates/meeting-data.ts'
import { type Data, modificationData } from '../../report/templates/modification-data.ts'
import type { PageContext } from '../context.ts'
import { attachmentNamed } from '../file-answer.ts'
import { KeptDocuments } from '../parts/documents.tsx'
import { Layout } from '../parts/layout.tsx'
import { LintBeforeIssue } from '../parts/lint.tsx'
import { textsRead } from '../parts/meeting/texts-read.ts'
import { notFound, refusedPage } from './problem.tsx'

/** Of what the papers are, and where they are. */
type Of = {
  readonly kind: 'modification' | 'meeting'
  readonly id: string
  readonly subject: Subject
  readonly path: string
  readonly name: string
}

function askedIn({ req, var: { answer, paths, site } }: PageContext): Of | undefined {
  const meeting = req.param('meeting')
  if (meeting !== undefined) {
    const found = find(answer.register, 'meeting', meeting)
    return (
      found && {
        kind: 'meeting',
        id: meeting,
        subject: found.subject,
        path: paths.meetingPapers(meeting),
        name: nameOf(answer.register, found.subject),
      }
    )
  }
  const id = parseReference(site.grammar, req.param('reference') ?? '')
  const found = id && find(answer.register, 'modification', id)
  if (!id || !found || found.state.unidentified) return undefined
  return {
    kind: 'modification',
    id,
    subject: found.subject,
    path: paths.papers(id),
    name: canonicalReference(site.grammar, id, found.state.proposal),
  }
}

const consultationKindOf: Readonly<Partial<Record<TemplateId, ConsultationKind>>> = {
  'refinement-consultation': 'refinement',
  'mrc-pack': 'report',
}

/** The consultation that a paper is of: the one that the address names, else the last of its kind. */
function consultationAsked({ req }: PageContext, { state }: Found<'modification'>, paper: TemplateId): Consultation | undefined {
  const kind = consultationKindOf[paper]
  const fitting = Object.values(state.consultations).filter(
    ({ status, consultationKind }) =>
      status !== 'cancelled' && (consultationKind === kind || (kind === undefined && paper === 'response-form')),
  )
  return fitting.find(({ id }) => id === req.query('consultation')) ?? fitting.at(-1)
}

/** A paper as it is filled now; undefined where there is none of that name. */
async function madeOf(context: PageContext, of: Of, paper: TemplateId): Promise<Uint8Array> {
  const { answer, site } = context.var
  const { register } = answer
  const template = await templateOf(site.app, site.root, register, paper)
  const meeting = of.kind === 'meeting' ? find(register, 'meeting', of.id) : undefined
  if (meeting) {
    const texts = await textsRead(site.app, minutesTexts(register, meeting))
    return filled(template, meetingData(register, site.grammar, meeting, texts) as Data)
  }
  const found = find(register, 'modification', of.id) as Found<'modification'>
  const consultation = consultationAsked(context, found, paper)
  return filled(template, (await modificationData({ register, grammar: site.grammar, found, read: site.app.text, consultation })) as Data)
}

const nameOfFile = (of: Of, paper: TemplateId): string => `${of.name} ${templateKinds[paper].title}.docx`

function paperIn(context: PageContext, of: Of): TemplateId | undefined {
  const asked = (context.req.param('paper') ?? '').replace(/\.docx$/, '')
  return isTemplateId(asked) && templateKinds[asked].of === of.kind ? asked : undefined
}

/** GET: a paper of a modification or a meeting, filled from the register of its reader. */
export async function paperOfTemplate(context: PageContext) {
  const of = askedIn(context)
  const paper = of && paperIn(context, of)
  if (!of || !paper) return notFound(context, context.var.site)
  const bytes = await madeOf(context, of, paper)
  return context.body(Uint8Array.from(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'content-disposition': attachmentNamed(nameOfFile(of, paper), 'docx'),
  })
}

/** POST: keeps a paper as it is filled now, as a document of its subject, or as the next version of the one that is there. */
export async function keepPaper(context: PageContext) {
  const { principal, site } = context.var
  const of = askedIn(context)
  const paper = of && paperIn(context, of)
  if (!of || !paper) return notFound(context, site)
  const { title, documentKind } = templateKinds[paper]
  const bytes = await madeOf(context, of, paper)
  const before = keptOf(context, of, paper)
  const read = readAct('ListDocument', of.subject, {
    title: `${title} of ${of.name}`,
    file: { name: nameOfFile(of, paper), base64: Buffer.from(bytes).toString('base64') },
    classification: 'amber',
    documentKind,
    version: `as filled on ${longDay(context.var.answer.today)}`,
    ...(before ? { of: before } : {}),
  })
  if (!('act' in read)) return refusedPage(context, site, 422, read.problems.map(({ problem }) => problem).join('; '), 'Nothing was kept.')
  const performed = await recordActs(site.app, [read.act], { principal, key: randomUUID() })
  if (isRefused(performed)) return refusedPage(context, site, 403, performed.refused, performed.remedies.join('; '))
  return context.redirect(of.path, 303)
}

/** The document that was kept of a paper: what is finished becomes its next version. */
function keptOf({ var: { answer } }: PageContext, of: Of, paper: TemplateId): Subject | undefined {
  const title = `${templateKinds[paper].title} of ${of.name}`
  return documentsAbout(answer.register, of.subject).find(({ state }) => lastVersion(state).value.title === title)?.subject
}

/** GET: the papers that are filled from the register, and the documents that are kept. */
export function papersPage(context: PageContext) {
  const of = askedIn(context)
  return of ? context.html(<PapersView context={context} of={of} />) : notFound(context, context.var.site)
}

function PapersView({ context, of }: { readonly context: PageContext; readonly of: Of }) {
  const { answer, paths, principal } = context.var
  const given = givenNow(answer.register, answer.register.on)
  const attaches = answer.isPresent && !isRefused(mayAct(given, principal, { act: 'ListDocument', subject: of.subject }))
  return (
    <Layout context={context} title={`Papers: ${of.name}`}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.subject(of.subject) ?? paths.home()}>
            {of.name}
          </a>
        </span>
        Papers
      </h1>
      {attaches && <LintBeforeIssue context={context} subject={of.subject} />}
      <h2 class="govuk-heading-m">Filled from the register</h2>
      <p class="govuk-body">Each is a Word file. What the register does not tell is said to be not known.</p>
      <ul class="govuk-list app-lines">
        {templatesOf(of.kind).map((paper) => (
          <PaperLine context={context} of={of} paper={paper} attaches={attaches} />
        ))}
      </ul>
      {documentsAbout(answer.register, of.subject).length > 0 && <h2 class="govuk-heading-m">Kept here</h2>}
      <KeptDocuments context={context} about={of.subject} />
    </Layout>
  )
}

type LineProps = { readonly context: PageContext; readonly of: Of; readonly paper: TemplateId; readonly attaches: boolean }

function PaperLine({ context, of, paper, attaches }: LineProps) {
  const { csrf, paths } = context.var
  const { title, documentKind } = templateKinds[paper]
  const [address, query = ''] = of.path.split('?')
  const finished = { title: `${title} of ${of.name}`, documentKind, of: keptOf(context, of, paper) }
  return (
    <li>
      <a class="govuk-link" href={`${address}/${paper}.docx${query && `?${query}`}`}>
        {title} (Word)
      </a>
      {attaches && (
        <form method="post" action={`${address}/${paper}.docx`} class="app-inline-form">
          <input type="hidden" name="csrf" value={csrf} />
          <button class="govuk-button govuk-button--secondary app-button--small" type="submit">
            Keep it as it is now<span class="govuk-visually-hidden">: {title}</span>
          </button>{' '}
          <a class="govuk-link" href={paths.act('attach-document', of.subject, finished)}>
            Attach the finished version<span class="govuk-visually-hidden">: {title}</span>
          </a>
        </form>
      )}
    </li>
  )
}
