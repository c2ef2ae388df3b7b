import type { Fact } from '../../domain/fact.ts'
import type { Stage, Standing } from '../../domain/modification/modification.ts'
import { entryAt, type Found } from '../../domain/register.ts'
import { type FigureContext, memberOf } from './context.ts'
import { fixedDefinition } from './definitions.ts'
import { countedDuration } from './duration.ts'
import type { DerivedFigure, Member } from './figure.ts'
import { mean, roundingOn } from './mean.ts'
import { countedIn } from './stages.ts'

/** How long those that the stage counts at the cut-off have been in it: the mean over those of which the day of entering is known. */
export function timeInStage(context: FigureContext, stage: Stage): DerivedFigure {
  const { register, window } = context
  const inStage = countedIn(context, stage)
  const members = inStage.flatMap((found) => lasting(context, found, stage))
  const { value, arithmetic } = mean(
    members.map(({ duration }) => duration?.value ?? 0),
    roundingOn(register, window.asAt),
  )
  const { id, v, unit, definition } = fixedDefinition(`time.${stage}`)
  const over = { known: members.length, of: inStage.length }
  return { kind: 'derived', id, v, value, unit, definition, asAt: window.asAt, members, over, ...(arithmetic ? { arithmetic } : {}) }
}

function lasting(context: FigureContext, found: Found<'modification'>, stage: Stage): readonly Member[] {
  const entered = enteredStage(found, stage)
  if (!entered) return []
  const duration = countedDuration(context.register.calendar, entered.on, context.window.asAt, 'day of entering the stage')
  return [memberOf(context, found, [entered.place], { duration })]
}

/** The first of its present, unbroken standings in the stage; undefined where a source only shows it there, or tells no day. */
function enteredStage(found: Found<'modification'>, stage: Stage): Fact<Standing> | undefined {
  const { standings } = found.state
  const first = standings[standings.findLastIndex(({ value }) => value.stage !== stage) + 1]
  const isTold = first && first.on.from === first.on.to && entryAt(found, first.place)?.event?.type !== 'Attested'
  return isTold ? first : undefined
}
