import { longDay } from '../../domain/calendar/format.ts'
import { type Found, find } from '../../domain/register.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../parts/layout.tsx'
import { referenceIn } from '../paths.ts'
import { nearMatches } from '../search.ts'
import { oneLine } from './problem.tsx'

/** 404: no page for this reference on this day, why, and what was probably meant. */
export function noModification(context: PageContext, asked: string, id: string | undefined) {
  const { answer, paths, site } = context.var
  const { problem, remedy } = whyNot(context, asked, id)
  const near = nearMatches(answer.register, site.grammar, asked)
  return context.html(
    <Layout context={context} title={problem} section="register">
      <h1 class="govuk-heading-l">{problem}</h1>
      <p class="govuk-body">{remedy}</p>
      {near.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Did you mean</h2>
          <NearList context={context} near={near} />
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.register()}>
          The whole register
        </a>
      </p>
    </Layout>,
    404,
  )
}

export function NearList({ context, near }: { readonly context: PageContext; readonly near: readonly Found<'modification'>[] }) {
  const { answer, paths, site } = context.var
  return (
    <ul class="govuk-list govuk-list--bullet">
      {near.map(({ id, state }) => (
        <li>
          <a class="govuk-link" href={paths.modification(id)}>
            {referenceIn(answer.register, site.grammar, id)}
          </a>{' '}
          {state.title?.value}
        </li>
      ))}
    </ul>
  )
}

function whyNot(context: PageContext, asked: string, id: string | undefined): { readonly problem: string; readonly remedy: string } {
  const { answer, site } = context.var
  if (id === undefined)
    return {
      problem: oneLine(`“${asked}” is not a reference of this register`),
      remedy: 'A reference is like DP084, MP076 or SECMP0053, in any spelling.',
    }
  if (find(answer.register, 'modification', id)?.state.unidentified)
    return {
      problem: 'A modification that no source names has no page',
      remedy: 'A source counts it and does not name it. It gets a page when a source names it.',
    }
  const today = answer.registerOn(answer.today)
  if (find(today, 'modification', id))
    return {
      problem: `Nothing is told of ${referenceIn(today, site.grammar, id)} by ${longDay(answer.asof)}`,
      remedy: 'The register knows it on a later day: choose one at the foot of this page.',
    }
  return {
    problem: `There is no modification ${oneLine(asked)} in this register`,
    remedy: 'Check the number, or look for words of its title.',
  }
}
