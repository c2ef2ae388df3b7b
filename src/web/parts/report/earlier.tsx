import { longDay } from '../../../domain/calendar/format.ts'
import { type PaperOf, periodName } from '../../../domain/publication/kinds.ts'
import type { EarlierValue } from '../../../report/figures/earlier-periods.ts'
import type { DerivedFigure } from '../../../report/figures/figure.ts'
import { overText } from '../../../report/figures/value-text.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import type { PageContext } from '../../context.ts'
import { DataTable } from '../data-table.tsx'

/** Months shown at once; those before are folded away. */
const MONTHS_SHOWN = 12

type Part = { readonly context: PageContext; readonly figure: DerivedFigure; readonly of: PaperOf }

/** The same figure in the papers of earlier months or quarters: as published, else as the register tells them now. */
export function Earlier({ context, figure, of, earlier }: Part & { readonly earlier: readonly EarlierValue[] }) {
  if (earlier.length === 0) return null
  const periods = of.kind === 'kpi-return' ? 'quarters' : 'months'
  const [late, early] = [earlier.slice(0, MONTHS_SHOWN), earlier.slice(MONTHS_SHOWN)]
  return (
    <section>
      <h2 class="govuk-heading-m">In earlier {periods}</h2>
      <Periods context={context} figure={figure} of={of} told={late} caption={`The same in the ${periods} before ${periodName(of)}`} />
      {early.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {early.length} {periods} before that
            </span>
          </summary>
          <div class="govuk-details__text">
            <Periods context={context} figure={figure} of={of} told={early} caption={`The ${periods} before that`} />
          </div>
        </details>
      )}
    </section>
  )
}

function Periods({ context, figure, of, told, caption }: Part & { readonly told: readonly EarlierValue[]; readonly caption: string }) {
  return (
    <DataTable
      caption={caption}
      captionIs="hidden"
      columns={[
        { label: of.kind === 'change-status' ? 'Report' : 'Paper' },
        { label: capitalised(figure.unit), numeric: true },
        { label: 'As at' },
        { label: 'Told' },
      ]}
      rows={told.map((one) => ({
        cells: [
          <a class="govuk-link" href={context.var.paths.figure({ ...of, month: one.month }, figure.id)}>
            {periodName({ ...of, month: one.month })}
          </a>,
          earlierText(one),
          longDay(one.asAt),
          <Told context={context} figure={figure} one={one} />,
        ],
      }))}
    />
  )
}

const earlierText = (one: EarlierValue): string =>
  `${numberText(one.value)}${one.others && one.value !== 'unknown' ? ` of ${one.value + one.others.length}` : ''}${overText(one)}`

const numberText = (value: DerivedFigure['value']): string => (value === 'unknown' ? '–' : String(value))

function Told({ context, figure, one: { published, v } }: Omit<Part, 'of'> & { readonly one: EarlierValue }) {
  if (!published) return <>by the register</>
  const { place, now } = published
  return (
    <>
      as{' '}
      <a class="govuk-link" href={context.var.paths.entry(place)}>
        published
      </a>
      {now !== undefined && `; would now be ${numberText(now)}`}
      {v !== figure.v && `; counted then by version ${v} of its definition`}
    </>
  )
}
