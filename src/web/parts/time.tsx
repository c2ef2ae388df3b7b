import { longDay } from '../../domain/calendar/format.ts'
import type { PageContext } from '../context.ts'
import { queryText } from '../paths.ts'

/** On a page that does not tell of the present: says of when it tells, and leads back. */
export function TimeBanner({ context }: { readonly context: PageContext }) {
  const { answer } = context.var
  if (answer.isPresent) return null
  const { asof, known, ...rest } = context.req.query()
  return (
    <section class="app-banner app-banner--time" aria-label="Another day">
      <div class="govuk-width-container">
        <p class="govuk-body-s govuk-!-margin-bottom-0">
          You are reading the register <strong>as at {longDay(answer.asof)}</strong>
          {answer.knownAsked !== undefined && (
            <>
              , with what it had recorded by{' '}
              {typeof answer.knownAsked === 'number' ? `entry ${answer.knownAsked}` : longDay(answer.knownAsked)}
            </>
          )}
          {answer.knownAsked === undefined && ', as known today'}.{' '}
          <a class="govuk-link" href={`${context.req.path}${queryText(rest)}`}>
            Back to today
          </a>
          {answer.knownAsked === undefined && (
            <>
              {', or '}
              <a class="govuk-link" href={context.var.paths.compared()}>
                what differs from today
              </a>
            </>
          )}
        </p>
      </div>
    </section>
  )
}

/** The control to travel in time: two days and a button, without scripts. Keeps what else the address says. */
export function TimeTravel({ context }: { readonly context: PageContext }) {
  const { answer } = context.var
  const { asof, known, ...rest } = context.req.query()
  return (
    <form method="get" action={context.req.path} class="app-time" aria-label="Travel in time">
      {Object.entries(rest).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div>
        <label class="govuk-label" for="asof">
          Show the register as at
        </label>
        <input class="govuk-input" type="date" id="asof" name="asof" max={answer.today} value={answer.asof} />
      </div>
      <div>
        <label class="govuk-label" for="known">
          with what was recorded by (optional)
        </label>
        <input
          class="govuk-input"
          type="date"
          id="known"
          name="known"
          max={answer.today}
          value={typeof answer.knownAsked === 'string' ? answer.knownAsked : ''}
        />
      </div>
      <button class="govuk-button govuk-button--secondary" type="submit">
        Show
      </button>
    </form>
  )
}
