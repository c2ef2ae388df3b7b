import type { Subject } from '../../../domain/entry.ts'
import { isEnded } from '../../../domain/modification/modification.ts'
import { modifications } from '../../../domain/register.ts'
import { sinceText } from '../../../report/words/since.ts'
import type { PageContext } from '../../context.ts'
import { DataTable } from '../data-table.tsx'
import { Listed } from '../modification/listed.tsx'
import { StageTag } from '../tag.tsx'

type Props = { readonly context: PageContext; readonly party: Subject }

/** The modifications that a Party proposed and that have not ended; nothing where it has none. */
export function Proposed({ context, party }: Props) {
  const { answer } = context.var
  const open = modifications(answer.register).filter(
    ({ state }) => state.proposer?.value === party && !state.unidentified && !isEnded(state),
  )
  if (open.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m" id="proposed">
        What you proposed
      </h2>
      <DataTable
        caption="Your open modifications"
        captionIs="hidden"
        columns={[{ label: 'Modification' }, { label: 'Stage' }, { label: 'Since' }]}
        rows={open.map((found) => ({
          cells: [
            <Listed context={context} found={found} />,
            <StageTag register={answer.register} standing={found.state.standing.value} />,
            sinceText(found, found.state.standing).replace(/^since /, ''),
          ],
        }))}
      />
    </section>
  )
}
