import type { Child } from 'hono/jsx'
import { mayAct } from '../../domain/access.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import { documentsAbout } from '../../domain/document/documents-about.ts'
import { openVoting } from '../../domain/modification/modification.ts'
import { canonicalReference, parseReference } from '../../domain/modification/reference.ts'
import { isRefused } from '../../domain/refusal.ts'
import { type Found, find, meetingsOf } from '../../domain/register.ts'
import type { PageContext } from '../context.ts'
import { KeptDocuments } from '../parts/documents.tsx'
import { KeptBack } from '../parts/kept-back.tsx'
import { Layout } from '../parts/layout.tsx'
import { Assessments } from '../parts/modification/assessments.tsx'
import { Facts, Relations, relationsOf } from '../parts/modification/facts.tsx'
import { Documents, hasWritings, Writings } from '../parts/modification/papers.tsx'
import { Plainly } from '../parts/modification/plainly.tsx'
import { Consultations, Decisions, decisionsOf, Meetings, Parts, PlanTable } from '../parts/modification/process.tsx'
import { AppealsTold, Comments, hasAppeals, Priorities, ProposalSections, Referrals } from '../parts/modification/proposal.tsx'
import { hasSolutions, Solutions } from '../parts/modification/solutions.tsx'
import { refinementTexts, type Texts } from '../parts/modification/texts.tsx'
import { Disputed, Mended, Timeline } from '../parts/modification/timeline.tsx'
import { Top } from '../parts/modification/top.tsx'
import { type View, viewOf } from '../parts/modification/view.ts'
import { Votes } from '../parts/modification/votes.tsx'
import { Follow, isFollowing } from '../parts/notices/follow.tsx'
import { Offered } from '../parts/offered.tsx'
import { Cite, SourceList } from '../parts/source.tsx'
import { referenceIn } from '../paths.ts'
import { noModification } from './no-modification.tsx'

/**
 * GET: one modification at today's canonical reference. Every other spelling redirects there for now only (302): `MP084` leads to `DP084`
 * until it is converted, and the other way round after.
 */
export async function modificationPage(context: PageContext) {
  const { answer, site } = context.var
  const asked = context.req.param('reference') ?? ''
  const id = parseReference(site.grammar, asked)
  const found = id && find(answer.register, 'modification', id)
  if (!id || !found || found.state.unidentified) return noModification(context, asked, id)
  const canonical = canonicalReference(site.grammar, id, found.state.proposal)
  if (asked !== canonical) return context.redirect(`/sec/${canonical}${new URL(context.req.url).search}`, 302)
  const issue = found.state.issue && (await site.app.text(found.state.issue.value))
  const texts = await refinementTexts(site.app, found.state)
  const plain = found.state.plain && (await site.app.text(found.state.plain.value.text))
  const follows = await isFollowing(context, found.subject)
  return context.html(<ModificationView context={context} found={found} issue={issue} texts={texts} follows={follows} plain={plain} />)
}

type Props = {
  readonly context: PageContext
  readonly found: Found<'modification'>
  readonly issue: string | undefined
  readonly texts: Texts
  readonly follows: boolean
  readonly plain: string | undefined
}
type Section = { readonly id: string; readonly title: string; readonly body: Child }

function ModificationView({ context, found, issue, texts, follows, plain }: Props) {
  const { answer, site } = context.var
  const view = viewOf(context, found)
  const reference = referenceIn(answer.register, site.grammar, found.id)
  const title = found.state.title?.value
  const sections = sectionsOf(context, view, texts)
  return (
    <Layout context={context} title={title ? `${reference} ${title}` : reference} section="register">
      <h1 class="govuk-heading-l app-title">
        <span class="app-title__reference">{reference}</span> {title ?? 'Title not told by any source'}
      </h1>
      <Top view={view} />
      <KeptBack context={context} subject={found.subject} />
      <Offered context={context} subject={found.subject} />
      <Follow context={context} subject={found.subject} follows={follows} />
      <VoteLink context={context} found={found} />
      <Plainly view={view} text={plain} />
      {issue && (
        <section class="app-issue">
          <h2 class="govuk-heading-m">The issue</h2>
          {issue.split(/\n{2,}/).map((paragraph, index, all) => (
            <p class="govuk-body">
              {paragraph} {index === all.length - 1 && <Cite sources={view.sources} place={found.state.issue?.place ?? 0} />}
            </p>
          ))}
        </section>
      )}
      <Facts view={view} />
      <nav class="app-contents" aria-label="On this page, and its papers">
        <ul>
          {sections.map(({ id, title }) => (
            <li>
              <a class="govuk-link" href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
          <li>
            <a class="govuk-link" href={view.paths.papers(found.id)}>
              Its papers
            </a>
          </li>
        </ul>
      </nav>
      {sections.map(({ id, title, body }) => (
        <section id={id}>
          <h2 class="govuk-heading-m">{title}</h2>
          {body}
        </section>
      ))}
    </Layout>
  )
}

/** For who sits in a seat of the body that votes: where his vote is, or is kept until the ballot opens. */
function VoteLink({ context, found }: { readonly context: PageContext; readonly found: Found<'modification'> }) {
  const { answer, paths, principal } = context.var
  if (!answer.isPresent || principal.seats.length === 0 || found.state.standing.value.stage !== 'opine') return null
  if (isRefused(mayAct(givenNow(answer.register, answer.register.on), principal, { act: 'CastVote', subject: found.subject }))) return null
  return (
    <p class="govuk-body">
      <a class="govuk-button" href={paths.vote(found.id)}>
        {openVoting(found.state) ? 'Vote' : 'Keep your vote for the ballot'}
      </a>
    </p>
  )
}

/** Only what some source tells: a section without content is left out. */
function sectionsOf(context: PageContext, view: View, texts: Texts): readonly Section[] {
  const { found, register, noted } = view
  const { state } = found
  const relations = relationsOf(register, found)
  const opened = find(register, 'log', context.var.site.app.code)?.state.opened.on.to
  const own = new Set(found.history.map(({ place }) => place))
  const section = (id: string, title: string, isTold: boolean, body: () => Child): readonly Section[] =>
    isTold ? [{ id, title, body: body() }] : []
  return [
    ...section('priority', 'Priority', state.priorities.length > 0, () => <Priorities view={view} texts={texts} />),
    ...section('proposal', 'The proposal', Object.keys(state.sections).length > 0, () => <ProposalSections view={view} texts={texts} />),
    ...section('comments', 'Comments', state.comments.length > 0, () => <Comments view={view} texts={texts} />),
    ...section('solutions', 'Solutions', hasSolutions(view), () => <Solutions view={view} texts={texts} />),
    ...section('assessments', 'Assessments', Object.keys(state.assessments).length > 0, () => (
      <Assessments context={context} view={view} texts={texts} />
    )),
    ...section('consultations', 'Consultations', Object.keys(state.consultations).length > 0, () => (
      <Consultations context={context} view={view} texts={texts} />
    )),
    ...section('decisions', 'Decisions', decisionsOf(view).length > 0, () => <Decisions view={view} texts={texts} />),
    ...section('referrals', 'Referrals', state.referrals.length > 0, () => <Referrals view={view} texts={texts} />),
    ...section('appeals', 'Appeals', hasAppeals(view), () => <AppealsTold view={view} texts={texts} />),
    ...section('votes', 'Votes', Object.keys(state.votings).length > 0, () => <Votes context={context} view={view} texts={texts} />),
    ...section('meetings', 'Meetings', meetingsOf(register, found.subject).length > 0, () => <Meetings view={view} />),
    ...section('releases', 'Releases', Object.keys(state.parts).length > 0, () => <Parts view={view} />),
    ...section('plan', 'Plan against actual', Object.keys(state.plan).length > 0, () => <PlanTable view={view} />),
    ...section('relations', 'Related modifications', relations.length > 0, () => <Relations view={view} relations={relations} />),
    ...section('documents', 'Documents and letters', state.listed.length > 0 || documentsAbout(register, found.subject).length > 0, () => (
      <>
        <KeptDocuments context={context} about={found.subject} />
        <Documents view={view} />
      </>
    )),
    ...section('disputed', 'Where sources disagree', noted.length > 0, () => <Disputed view={view} />),
    ...section('mended', 'Corrected or struck', view.mended.length > 0, () => <Mended view={view} />),
    ...section('timeline', 'Timeline', true, () => <Timeline view={view} opened={opened} />),
    ...section('written', 'As sources wrote it', hasWritings(view), () => <Writings view={view} />),
    ...section('sources', 'Sources', view.sources.list.length > 0, () => (
      <SourceList sources={view.sources} told={(place) => own.has(place)} />
    )),
  ]
}
