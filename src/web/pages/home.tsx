import { monthOf } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { modifications } from '../../domain/register.ts'
import { wordsTable } from '../../domain/rulebook/words.ts'
import { reportContext } from '../../report/change-status/report-context.ts'
import { inDefine, inOpine, inRefine, inRelease, inStandaloneRelease } from '../../report/figures/stages.ts'
import { wordsOf } from '../../report/words/code-words.ts'
import type { PageContext } from '../context.ts'
import { SearchBox } from '../parts/filter-form.tsx'
import { Asked, askedOfMe } from '../parts/home/asked.tsx'
import { Lately } from '../parts/home/lately.tsx'
import { Next } from '../parts/home/next.tsx'
import { OpenForComment } from '../parts/home/open.tsx'
import { Layout } from '../parts/layout.tsx'
import { OfferedAnew } from '../parts/offered.tsx'
import { type StageFigures, StageStrip } from '../parts/stage-strip.tsx'

/** GET: what this is, where everything stands, what is open, what is next and what changed, all as at the day told of. */
export async function homePage(context: PageContext) {
  const { answer, paths } = context.var
  const { asof, known } = context.req.query()
  const { name = 'Code', abbreviation } = wordsTable(answer.register, 'words-code') // before its pack, a code has no name
  const asked = await askedOfMe(context)
  return context.html(
    <Layout context={context} title="Modifications" section="home">
      <h1 class="govuk-heading-l">Changes to the {name}</h1>
      <p class="govuk-body-l">
        Every modification proposed to the {name}
        {abbreviation && ` (${abbreviation})`}: what it is about, where it stands and who must act next. Each fact names its source, and the
        register can be read as it stood on any day.
      </p>
      <Asked context={context} asked={asked} />
      <OfferedAnew context={context} />
      <form method="get" action="/sec/register">
        {asof && <input type="hidden" name="asof" value={asof} />}
        {known && <input type="hidden" name="known" value={known} />}
        <SearchBox />
      </form>
      <section>
        <h2 class="govuk-heading-m">Where they stand on {longDay(answer.asof)}</h2>
        <StageStrip figures={stageFigures(context)} paths={paths} word={wordsOf(answer.register).stage} />
        <StageNotTold context={context} />
      </section>
      <div class="app-columns">
        <OpenForComment context={context} />
        <Next context={context} />
      </div>
      <Lately context={context} />
    </Layout>,
  )
}

/** Zeros that only stand for what nobody told are not left to speak for themselves. */
function StageNotTold({ context }: { readonly context: PageContext }) {
  const { answer, paths } = context.var
  const untold = modifications(answer.register).filter(({ state }) => state.standing.value.stage === 'unknown').length
  if (untold === 0) return null
  return (
    <p class="govuk-body-s">
      Of{' '}
      <a class="govuk-link" href={paths.register({ stage: 'unknown' })}>
        {untold === 1 ? 'one more' : `${untold} more`}
      </a>{' '}
      no source tells the stage on that day: {untold === 1 ? 'it is' : 'they are'} in none of these counts.
    </p>
  )
}

/** The same figures as the report's, counted to the end of the day told of rather than to a paper's cut-off. */
function stageFigures({ var: { answer, site } }: PageContext): StageFigures {
  const { register, registerOn, asof } = answer
  const report = reportContext({ registerOn, month: monthOf(asof), asOf: asof, grammar: site.grammar })
  const context = { ...report, register, window: { ...report.window, to: asof, asAt: asof } }
  return {
    define: inDefine(context),
    refine: inRefine(context),
    opine: inOpine(context),
    release: inRelease(context),
    standalone: inStandaloneRelease(context),
  }
}
