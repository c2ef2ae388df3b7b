import type { Consultation } from '../../../domain/consultation/consultation.ts'
import { givenLines, type ShownResponse } from '../../../report/consultation/given.ts'

type Props = { readonly consultation: Consultation; readonly shown: ShownResponse }

/** What a response says, question by question. */
export function Given({ consultation, shown }: Props) {
  return (
    <dl class="app-rows">
      {givenLines(consultation, shown).map(({ name, value, kept }) => (
        <div>
          <dt>{name}</dt>
          <dd>
            <span class="app-written">{value}</span>
            {kept && <span class="app-under">Confidential: not published</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
