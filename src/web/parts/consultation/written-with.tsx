import { signedOff, wantsSignOff } from '../../../app/people/response-drafts.ts'
import type { PageContext } from '../../context.ts'
import type { Responding } from '../../responding.ts'
import { atMachineClock } from '../at-clock.ts'

export type Labels = ReadonlyMap<string, string>
type Props = {
  readonly context: PageContext
  readonly responding: Responding
  readonly labels: Labels
  /** Whoever reads is just bringing two versions together: neither is signed off now. */
  readonly merging: boolean
}

/** Who writes it together: who saved it last, who was asked for what, what lies beside it, and whether it is signed off. */
export function WrittenWith({ context, responding, labels, merging }: Props) {
  const { csrf, paths } = context.var
  const { account, consultation, draft } = responding
  const { present, beside, invitations } = draft
  const who = (id: string) => (id === account.id ? 'you' : (labels.get(id) ?? 'a colleague'))
  const signed = signedOff(draft)
  const colleagues = paths.consultation(consultation.id, 'colleagues')
  const maySign = present !== undefined && present.account !== account.id && !signed && !merging
  const isAsked = invitations.some(({ account: asked, task }) => asked === account.id && task === 'sign off')
  return (
    <section class="app-card" id="together">
      <h2 class="govuk-heading-s">Written together</h2>
      <p class="govuk-body-s">
        {present
          ? `Version ${present.revision}, saved ${atMachineClock(context, present.savedAt)} by ${who(present.account)}.`
          : 'Nothing is saved yet. What you save is shared with your colleagues who act for the same organisation, and with nobody else.'}{' '}
        {signed && `Signed off by ${who(signed.account)}, ${atMachineClock(context, signed.signedAt)}.`}
        {!signed && wantsSignOff(draft) && 'It waits to be signed off before it is sent.'}
      </p>
      {invitations.length > 0 && (
        <ul class="govuk-list govuk-body-s">
          {invitations.map(({ account: asked, task, by }) => (
            <li>
              {who(asked)} asked by {who(by)} to {task === 'draft' ? 'draft it' : 'sign it off'}
            </li>
          ))}
        </ul>
      )}
      {beside.map((version) => (
        <details class="govuk-details app-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              Kept beside it: version {version.revision}, saved by {who(version.account)}
            </span>
          </summary>
          <div class="govuk-details__text">
            {Object.entries(version.answers).map(([name, value]) => (
              <p class="govuk-body-s app-written">
                {name}: {String(value)}
              </p>
            ))}
          </div>
        </details>
      ))}
      <form method="post" action={colleagues} class="govuk-button-group">
        <input type="hidden" name="csrf" value={csrf} />
        {maySign && (
          <button
            class={`govuk-button${isAsked ? '' : ' govuk-button--secondary'}`}
            type="submit"
            name="sign"
            value={String(present.revision)}
          >
            Sign off version {present.revision}
          </button>
        )}
        {wantsSignOff(draft) && (
          <button class="govuk-button govuk-button--secondary" type="submit" name="nobody" value="sign off">
            No sign-off is needed
          </button>
        )}
        <a class="govuk-link" href={colleagues}>
          Invite a colleague
        </a>
      </form>
    </section>
  )
}
