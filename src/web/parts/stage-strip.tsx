import type { DerivedFigure } from '../../report/figures/figure.ts'
import type { Paths } from '../paths.ts'

/** The four figures of the strip, and how many of Release wait for standalone releases, beside it. */
export type StageFigures = {
  readonly define: DerivedFigure
  readonly refine: DerivedFigure
  readonly opine: DerivedFigure
  readonly release: DerivedFigure
  readonly standalone: DerivedFigure
}
type StageName = Exclude<keyof StageFigures, 'standalone'>
const stageNames: readonly StageName[] = ['define', 'refine', 'opine', 'release']

export type StageStripProps = { readonly figures: StageFigures; readonly paths: Paths; readonly word: (stage: StageName) => string }

/** How many proposals are in each stage; each figure leads to those it counts, and says how it is counted. */
export function StageStrip({ figures, paths, word }: StageStripProps) {
  return (
    <>
      <ol class="app-strip">
        {stageNames.map((stage) => (
          <li class="app-strip__stage" id={figures[stage].id}>
            <a class="app-strip__link" href={paths.register({ stage })}>
              <span class="app-strip__name">{word(stage)}</span> <span class="app-strip__count">{figures[stage].value}</span>
            </a>
            <Beside figures={figures} stage={stage} paths={paths} />
          </li>
        ))}
      </ol>
      <details class="govuk-details app-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">How these are counted</span>
        </summary>
        <div class="govuk-details__text">
          <dl class="app-counts">
            {stageNames.map((stage) => (
              <Definition name={word(stage)} figure={figures[stage]} />
            ))}
            <Definition name={`${word('release')}, standalone`} figure={figures.standalone} />
          </dl>
        </div>
      </details>
    </>
  )
}

/** What the number alone would hide: those that no source names, and those that wait for a standalone release. */
function Beside({ figures, stage, paths }: Pick<StageStripProps, 'figures' | 'paths'> & { readonly stage: StageName }) {
  const unnamed = figures[stage].members.filter(({ note }) => note !== undefined).length
  const apart = stage === 'release' ? figures.standalone.members : []
  if (unnamed === 0 && apart.length === 0) return null
  return (
    <p class="app-strip__beside">
      {unnamed > 0 && `${figures[stage].members.length - unnamed} named, ${unnamed} not named by any source`}
      {apart.map(({ subject, label }, index) => (
        <>
          {index === 0 ? 'and ' : ', '}
          <a class="govuk-link" href={paths.modification(subject.slice('modification/'.length))}>
            {label}
          </a>
        </>
      ))}
      {apart.length > 0 && ' standalone'}
    </p>
  )
}

function Definition({ name, figure }: { readonly name: string; readonly figure: DerivedFigure }) {
  return (
    <div>
      <dt>
        <strong>
          {name} {figure.value}
        </strong>
      </dt>
      <dd>
        {figure.definition}
        {figure.arithmetic && ` ${figure.arithmetic}.`}
      </dd>
    </div>
  )
}
