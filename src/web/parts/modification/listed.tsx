import type { Found } from '../../../domain/register.ts'
import type { PageContext } from '../../context.ts'
import { referenceIn } from '../../paths.ts'

/** A modification in a list: its reference, which leads to it, and its title where one is told. */
export function Listed({ context, found }: { readonly context: PageContext; readonly found: Found<'modification'> }) {
  const { answer, paths, site } = context.var
  return (
    <>
      <a class="govuk-link" href={paths.modification(found.id)}>
        {referenceIn(answer.register, site.grammar, found.id)}
      </a>
      {found.state.title && <span class="app-under">{found.state.title.value}</span>}
    </>
  )
}
