import { summariesIn } from '../../app/notices/summaries.ts'
import { decidersOn, type Principal } from '../../domain/access.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { dutiesOf } from '../../domain/duty/duties.ts'
import { kindOf, type Subject } from '../../domain/entry.ts'
import { modifications, type Register } from '../../domain/register.ts'
import type { Contact } from '../../log/notices.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'
import { Asked, type AskedOfMe, askedOfMe } from '../parts/home/asked.tsx'
import { Layout } from '../parts/layout.tsx'
import { Administering } from '../parts/mine/administering.tsx'
import { DutyList } from '../parts/mine/duty-list.tsx'
import { HeldByMe } from '../parts/mine/held.tsx'
import { NextMeetings } from '../parts/mine/next-meetings.tsx'
import { OfParty, type Summaries } from '../parts/mine/party.tsx'
import { Portfolio } from '../parts/mine/portfolio.tsx'
import { Proposed } from '../parts/mine/proposed.tsx'
import { SinceLast } from '../parts/mine/since-last.tsx'
import { OfferedAnew } from '../parts/offered.tsx'

/** Looked at again within this, it is the same visit. */
const SAME_VISIT_MILLISECONDS = 30 * 60_000

/** GET: the front page of who signed in: what waits for him, what he holds, what changed since he was last here. */
export async function minePage(context: PageContext) {
  const { account, answer, paths, site } = context.var
  if (!account) return context.redirect(paths.signIn(paths.mine()), 303)
  const since = answer.isPresent ? await site.app.people.arrived(account.id, answer.register.seen, SAME_VISIT_MILLISECONDS) : undefined
  const acts = partiesAmong(answer.register, context.var.principal).length > 0
  const summaries = acts ? await summariesIn(site.app, answer.register) : new Map()
  const contacts = account.roles.includes('administrator') ? await site.app.notices.contacts() : []
  return context.html(<MineView {...{ context, since, summaries, contacts }} asked={await askedOfMe(context)} />)
}

/** POST: he has read what changed. */
export async function takeMine(context: PageContext) {
  const { account, answer, paths, site } = context.var
  if (!account) return context.redirect(paths.signIn(paths.mine()), 303)
  await site.app.people.readUpTo(account.id, answer.register.seen)
  return context.redirect('/sec/mine', 303)
}

type ViewProps = {
  readonly context: PageContext
  readonly since: number | undefined
  readonly summaries: Summaries
  readonly asked: AskedOfMe
  /** All of them, for who administers. */
  readonly contacts: readonly Contact[]
}

function MineView({ context, since, summaries, asked, contacts }: ViewProps) {
  const { account, answer, principal } = context.var
  const duties = dutiesOf(answer.register, principal)
  const administers = principal.roles.includes('administrator')
  const parties = partiesAmong(answer.register, principal)
  const providers = providersAmong(answer.register, principal)
  return (
    <Layout context={context} title="Yours" section="mine">
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{account?.label}</span>
        What waits for you on {longDay(answer.asof)}
      </h1>
      <Asked context={context} asked={asked} />
      {administers ? (
        <Administering context={context} duties={duties} contacts={contacts} />
      ) : (
        // Of a Party it is said below, with what it may answer.
        (duties.length > 0 || parties.length === 0) && (
          <DutyList context={context} duties={duties} none={`Nothing waits for ${forWhom(context)}.`} />
        )
      )}
      <NextMeetings context={context} />
      {providers.map((provider) => (
        <Portfolio context={context} provider={provider} />
      ))}
      {parties.map((party) => (
        <>
          <OfParty context={context} party={party} summaries={summaries} />
          <Proposed context={context} party={party} />
        </>
      ))}
      <HeldByMe context={context} />
      {answer.isPresent && <SinceLast context={context} since={since} />}
      <OfferedAnew context={context} />
    </Layout>
  )
}

function forWhom({ var: { answer, principal, site } }: PageContext): string {
  const { name } = namesIn(answer.register, site.grammar)
  const bodies = [...new Set([...principal.actsFor, ...principal.seats.map(({ body }) => body)])]
  return bodies.length === 0 ? 'you' : bodies.map(name).join(' or ')
}

/** Those whose assessments are asked of them. */
function providersAmong(register: Register, { actsFor }: Principal): readonly Subject[] {
  const providers = new Set(
    modifications(register).flatMap(({ state }) => Object.values(state.assessments).map(({ provider }) => provider)),
  )
  return actsFor.filter((each) => providers.has(each))
}

/** The organisations with a voice of their own: neither who provides assessments, nor who decides. */
function partiesAmong(register: Register, principal: Principal): readonly Subject[] {
  const others = [...providersAmong(register, principal), ...decidersOn(register, undefined)]
  return principal.actsFor.filter((each) => kindOf(each) === 'organisation' && !others.includes(each))
}
