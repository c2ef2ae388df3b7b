import { randomUUID } from 'node:crypto'
import type { Written } from '../../../app/acting/read-act.ts'
import { signedOff, wantsSignOff } from '../../../app/people/response-drafts.ts'
import { CHOICE } from '../../../domain/consultation/response.ts'
import { questionsOf } from '../../../domain/consultation/responses.ts'
import { nameOf } from '../../../domain/names.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import { solutionName } from '../../../report/words/event-sentence.ts'
import type { PageContext } from '../../context.ts'
import type { Responding } from '../../responding.ts'

type Props = { readonly context: PageContext; readonly responding: Responding; readonly written: Written }
type Row = { readonly name: string; readonly value: string; readonly kept?: boolean }

/** What would be sent, with what of it is published and when; sent with one press. */
export function CheckResponse({ context, responding, written }: Props) {
  const { answer, csrf, paths, site } = context.var
  const { consultation, by, draft, onBehalf } = responding
  const one = (name: string) => (typeof written[name] === 'string' ? String(written[name]) : '')
  const waits = wantsSignOff(draft) && (one('noComment') !== '' || !signedOff(draft))
  return (
    <form method="post" action={paths.consultation(consultation.id, 'respond', onBehalf ? { for: by } : {})}>
      {Object.entries({ ...written, csrf, key: randomUUID(), revision: draft.present?.revision ?? 0 }).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      <dl class="govuk-summary-list">
        {rowsOf(responding, one, nameOf(answer.register, by, site.grammar)).map(({ name, value, kept }) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{name}</dt>
            <dd class="govuk-summary-list__value">
              <span class="app-written">{value}</span>
              {kept && <span class="app-under">Confidential: not published</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="govuk-body">
        {one('whole') !== ''
          ? 'Once the consultation has closed it is published that a response was withheld, and why; not whose it is.'
          : 'Once the consultation has closed everybody can read it, but for what is confidential.'}
      </p>
      {waits && (
        <p class="govuk-body">
          {one('noComment') === ''
            ? 'It is saved, and waits to be signed off by a colleague before it is sent.'
            : 'A colleague was asked to sign a response off: say that no sign-off is needed, and then that there is no comment.'}
        </p>
      )}
      <div class="govuk-button-group">
        {!waits && (
          <button class="govuk-button" type="submit" name="send" value="yes">
            {onBehalf ? 'Record the response' : 'Send the response'}
          </button>
        )}
        <button class="govuk-button govuk-button--secondary" type="submit" name="change" value="yes">
          Change it
        </button>
      </div>
    </form>
  )
}

function rowsOf({ consultation, aims }: Responding, one: (name: string) => string, respondent: string): readonly Row[] {
  const isWhole = one('whole') !== ''
  const who: Row = { name: 'Respondent', value: respondent, kept: isWhole }
  if (one('noComment') !== '') return [who, { name: 'Response', value: 'Considered, no comment' }]
  const kept = (id: string) => isWhole || one(`keep.${id}`) !== ''
  const choices = aims.flatMap((of): readonly Row[] => {
    const option = one(`choice.${of}`)
    return option === '' ? [] : [{ name: of === 'proposal' ? 'Choice' : solutionName(of), value: capitalised(option), kept: kept(CHOICE) }]
  })
  const answers = questionsOf(consultation).flatMap(({ id, label }): readonly Row[] => {
    const said = [capitalised(one(`said.${id}`)), one(`answer.${id}`)].filter((each) => each !== '').join(': ')
    return said === '' ? [] : [{ name: label, value: said, kept: kept(id) }]
  })
  const why = one('why')
  return [who, ...choices, ...answers, ...(why === '' ? [] : [{ name: 'Why it is confidential', value: why }])]
}
