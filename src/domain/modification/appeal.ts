import type { Moment } from '../calendar/moment.ts'
import type { Entry, Subject, TextId } from '../entry.ts'
import { type Fact, fact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'

type Told<T extends string> = { readonly type: T; readonly v: 1 }

/** A decision was published: from then on it may be appealed against, before whom and until when its row says. */
export type DecisionPublished = Told<'DecisionPublished'> & { readonly to: Subject; readonly lapses: Moment; readonly row: string }
/** The window lapses at another moment, as the days are counted otherwise since. */
export type AppealWindowMoved = Told<'AppealWindowMoved'> & { readonly lapses: Moment; readonly why: string }
/** An appeal against it, or a referral of it. */
export type Appealed = Told<'Appealed'> & { readonly by: Subject | 'unknown'; readonly to: Subject; readonly grounds?: TextId }
/** What was decided on the appeal: how the modification stands then, whatever was decided before. */
export type AppealDecided = Told<'AppealDecided'> & {
  readonly by: Subject
  readonly outcome: 'approve' | 'reject'
  readonly why?: TextId
}
export type AppealEvent = DecisionPublished | AppealWindowMoved | Appealed | AppealDecided

export type Appeal = {
  readonly made: Fact<Omit<Appealed, 'type' | 'v'>>
  readonly decided?: Fact<Omit<AppealDecided, 'type' | 'v'>>
}

/** The last window within which a decision may be appealed against; `open` until it has lapsed. */
export type AppealWindow = Omit<DecisionPublished, 'type' | 'v'> & { readonly open: boolean }
export type Appeals = { readonly window?: Fact<AppealWindow>; readonly made: readonly Appeal[] }

export const undecided = ({ made }: Appeals): Appeal | undefined => made.find(({ decided }) => !decided)

export function evolveAppeals(appeals: Appeals, entry: Entry, event: AppealEvent): Appeals | Misfit {
  const { type, v, ...told } = event
  switch (event.type) {
    case 'DecisionPublished':
      return { ...appeals, window: fact(entry, { ...(told as Omit<DecisionPublished, 'type' | 'v'>), open: true }) }
    case 'AppealWindowMoved':
      return appeals.window
        ? { ...appeals, window: { ...appeals.window, value: { ...appeals.window.value, lapses: event.lapses, open: true } } }
        : misfit(entry, 'no decision is published whose window could move')
    case 'Appealed':
      return { ...appeals, made: [...appeals.made, { made: fact(entry, told as Appeal['made']['value']) }] }
    case 'AppealDecided':
      if (!undecided(appeals)) return misfit(entry, 'there is no appeal to be decided')
      return {
        ...appeals,
        made: appeals.made.map((each) =>
          each.decided ? each : { ...each, decided: fact(entry, told as NonNullable<Appeal['decided']>['value']) },
        ),
      }
  }
}

/** When it next changes by itself. */
export const appealsUntil = ({ window }: Appeals): Moment | undefined => (window?.value.open ? window.value.lapses : undefined)

export function settleAppeals(appeals: Appeals, moment: Moment): Appeals {
  const { window } = appeals
  return window?.value.open && window.value.lapses <= moment
    ? { ...appeals, window: { ...window, value: { ...window.value, open: false } } }
    : appeals
}

export const noAppeals: Appeals = { made: [] }
