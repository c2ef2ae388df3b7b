import { type ActOf, fits, type Given, type Rules, unfit } from '../acting/act.ts'
import { kindOf, type Subject } from '../entry.ts'
import { nameOf } from '../names.ts'
import { refused } from '../refusal.ts'
import { modifications } from '../register.ts'
import type { ItemPurpose } from './events.ts'
import { agendaIn, isPlanned, isTabled, meetingOf } from './meeting-of.ts'

/** A modification goes before it, for one or more purposes. */
export type TableItem = ActOf<'TableItem', { readonly modification: Subject; readonly purposes: readonly ItemPurpose[] }>
export type WithdrawItem = ActOf<'WithdrawItem', { readonly modification: Subject }>
/** What is no modification goes before it: a release, a paper, or an earlier meeting of which the minutes are to be agreed. */
export type TableMatter = ActOf<'TableMatter', { readonly about: Subject; readonly purposes: readonly ItemPurpose[] }>
export type WithdrawMatter = ActOf<'WithdrawMatter', { readonly about: Subject }>
/** Every Draft Proposal that was determined ready, and is before no meeting of the body yet, for its conversion. */
export type TableReady = ActOf<'TableReady'>
/** The agenda in the order in which it is to be taken. */
export type OrderAgenda = ActOf<'OrderAgenda', { readonly items: readonly Subject[] }>
export type AgendaAct = TableItem | WithdrawItem | TableMatter | WithdrawMatter | TableReady | OrderAgenda

/** Determined ready, not converted, and not before this meeting. */
const readyFor = (given: Given, subject: Subject): readonly Subject[] =>
  modifications(given.register)
    .filter(({ state: { standing, determinedReady } }) => standing.value.stage === 'define' && determinedReady !== undefined)
    .map((each) => each.subject)
    .filter((each) => !isTabled(given, subject, each))

const alreadyBefore = (field: string) =>
  refused('it is before this meeting already', [field], ['withdraw it first, to table it for something else'])
const withoutPurpose = refused('it is not said what for', ['purposes'], ['choose at least one purpose'])
const notBefore = (field: string) => refused('it is not before this meeting', [field], ['choose one that is'])

const hasAgenda = (given: Given, subject: Subject) => {
  const planned = isPlanned(given, subject)
  if (planned !== true) return planned
  return agendaIn(given, subject).length > 0 ? fits : unfit('nothing is before this meeting', 'table something first')
}

export const agendaRules: Rules<AgendaAct> = {
  TableItem: {
    row: 'paper-day',
    fits: isPlanned,
    tells: (given, { subject, modification, purposes }) => {
      if (isTabled(given, subject, modification)) return alreadyBefore('modification')
      return purposes.length === 0 ? withoutPurpose : [{ event: { type: 'ItemTabled', v: 1, modification, purposes } }]
    },
  },
  WithdrawItem: {
    row: 'paper-day',
    fits: isPlanned,
    tells: (given, { subject, modification }) =>
      isTabled(given, subject, modification) ? [{ event: { type: 'ItemWithdrawn', v: 1, modification } }] : notBefore('modification'),
  },
  TableMatter: {
    row: 'paper-day',
    fits: isPlanned,
    tells: (given, { subject, about, purposes }) => {
      if (isTabled(given, subject, about)) return alreadyBefore('about')
      if (about === subject) return refused('a meeting is not before itself', ['about'], ['choose an earlier meeting'])
      return purposes.length === 0 ? withoutPurpose : [{ event: { type: 'MatterTabled', v: 1, about, purposes } }]
    },
  },
  WithdrawMatter: {
    row: 'paper-day',
    fits: isPlanned,
    tells: (given, { subject, about }) =>
      isTabled(given, subject, about) && kindOf(about) !== 'modification'
        ? [{ event: { type: 'MatterWithdrawn', v: 1, about } }]
        : notBefore('about'),
  },
  TableReady: {
    row: 'meetings-called-by',
    fits: (given, subject) => {
      const planned = isPlanned(given, subject)
      if (planned !== true) return planned
      return readyFor(given, subject).length > 0
        ? fits
        : unfit('no Draft Proposal that is ready is not before it', 'determine one ready first')
    },
    tells: (given, { subject }) =>
      readyFor(given, subject).map((modification) => ({ event: { type: 'ItemTabled', v: 1, modification, purposes: ['conversion'] } })),
  },
  OrderAgenda: {
    row: 'meetings-called-by',
    overwrites: true,
    fits: hasAgenda,
    tells: (given, { subject, items }) => {
      const before = agendaIn(given, subject).map(({ about }) => about)
      const other = items.find((about) => !before.includes(about))
      if (other !== undefined)
        return refused(`${nameOf(given.register, other)} is not before this meeting`, ['items'], ['table it first', 'leave it out'])
      if (new Set(items).size < items.length) return refused('something is in this order twice', ['items'], ['name each once'])
      const ordered = meetingOf(given, subject)?.order?.value
      return ordered?.join() === items.join()
        ? refused('the agenda is in that order already', ['items'], ['leave it as it is'])
        : [{ event: { type: 'AgendaOrdered', v: 1, items } }]
    },
  },
}
