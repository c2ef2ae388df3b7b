import { demoStops } from '../../app/demo.ts'
import { longDay } from '../../domain/calendar/format.ts'
import type { PageContext } from '../context.ts'

/** Says that this is the sample and what its clock shows, and moves the clock forward. Nothing on a real register. */
export function DemoBanner({ context }: { readonly context: PageContext }) {
  const { answer, site, csrf } = context.var
  if (!site.app.isDemo()) return null
  const stops = demoStops(answer.today, site.root)
  return (
    <section class="app-banner app-banner--demo" aria-label="Demonstration">
      <div class="govuk-width-container">
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          <strong>Demonstration.</strong> Real facts, and a clock of its own: today is <strong>{longDay(answer.today)}</strong>.{' '}
          {stops.length === 0 ? 'The sample ends here.' : 'Move it forward and later facts arrive as they were published:'}
        </p>
        {stops.length > 0 && (
          <form method="post" action="/sec/demo" class="app-banner__actions">
            <input type="hidden" name="csrf" value={csrf} />
            <input type="hidden" name="back" value={context.req.path} />
            {stops.map(({ day, name }) => (
              <button class="govuk-button govuk-button--secondary app-button--small" type="submit" name="to" value={day}>
                {name}
              </button>
            ))}
          </form>
        )}
      </div>
    </section>
  )
}
