import { type ActOf, fits, type Given, type Rules, unfit } from '../acting/act.ts'
import { idOf, type Subject } from '../entry.ts'
import { refused } from '../refusal.ts'
import { find, modifications } from '../register.ts'
import type { BodyCapacity } from './body.ts'
import { badCategory } from './party-category.ts'

type BodyNamed = { readonly name: string; readonly abbreviation?: string }
export type EstablishBody = ActOf<'EstablishBody', { readonly id: string; readonly capacities: readonly BodyCapacity[] } & BodyNamed>
export type RenameBody = ActOf<'RenameBody', BodyNamed>
/** An organisation that the register did not know. */
export type AddOrganisation = ActOf<'AddOrganisation', { readonly id: string; readonly name: string; readonly category?: string }>
/** Another name from a day on: the earlier one stays for the days before. */
export type RenameOrganisation = ActOf<'RenameOrganisation', { readonly name: string }>
/** It votes with the others of a Voting Group. */
export type GroupOrganisation = ActOf<'GroupOrganisation', { readonly group: string }>
export type CategoriseOrganisation = ActOf<'CategoriseOrganisation', { readonly category: string }>
/** Every open modification of a Lead Analyst goes to another. */
export type ReassignWork = ActOf<'ReassignWork', { readonly to: Subject }>
export type OrganisationAct =
  | ReassignWork
  | EstablishBody
  | RenameBody
  | AddOrganisation
  | RenameOrganisation
  | CategoriseOrganisation
  | GroupOrganisation

const badId = (id: string, example: string) =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)
    ? undefined
    : refused(`it is written like ${example} in addresses, and “${id}” was given`, ['id'], ['use small letters, numbers and hyphens'])

const isKnown = (given: Given, subject: Subject) =>
  given.register.subjects.has(subject) ? fits : unfit(`nothing is known of ${subject} on that day`, 'add it first')

const workOf = (given: Given, analyst: Subject): readonly Subject[] =>
  modifications(given.register)
    .filter(({ state }) => state.analyst?.value === analyst && state.standing.value.stage !== 'ended')
    .map(({ subject }) => subject)

export const organisationRules: Rules<OrganisationAct> = {
  EstablishBody: {
    row: 'register-kept',
    fits: () => fits,
    tells: (given, { id, name, abbreviation, capacities }) => {
      const body: Subject = `body/${id}`
      if (find(given.register, 'body', id)) return refused(`there is a body ${id} already`, ['id'], ['rename it', 'choose another id'])
      const event = { type: 'BodyEstablished', v: 1, name, ...(abbreviation === undefined ? {} : { abbreviation }), capacities } as const
      return badId(id, 'change-board') ?? [{ subject: body, event }]
    },
  },
  RenameBody: {
    row: 'register-kept',
    overwrites: true,
    fits: isKnown,
    tells: (given, { subject, name, abbreviation }) =>
      find(given.register, 'body', idOf(subject))?.state.name.value === name && abbreviation === undefined
        ? refused(`it is called ${name} already`, ['name'], ['give the new name'])
        : [{ event: { type: 'BodyRenamed', v: 1, name, ...(abbreviation === undefined ? {} : { abbreviation }) } }],
  },
  AddOrganisation: {
    row: 'register-kept',
    fits: () => fits,
    tells: (given, { id, name, category }) => {
      const subject: Subject = `organisation/${id}`
      if (find(given.register, 'organisation', id))
        return refused(`there is an organisation ${id} already`, ['id'], ['rename it', 'choose another id'])
      const bad = badId(id, 'northern-powergrid') ?? (category === undefined ? undefined : badCategory(given, category))
      return (
        bad ?? [
          { subject, event: { type: 'OrganisationNamed', v: 1, name } },
          ...(category === undefined ? [] : [{ subject, event: { type: 'OrganisationCategorised', v: 1, category } as const }]),
        ]
      )
    },
  },
  ReassignWork: {
    row: 'register-kept',
    fits: (given, subject) =>
      workOf(given, subject).length > 0 ? fits : unfit('no open modification is analysed by it', 'look at the register'),
    tells: (given, { subject, to }) =>
      to === subject
        ? refused('it has that work already', ['to'], ['choose another analyst'])
        : workOf(given, subject).map((modification) => ({
            subject: modification,
            event: { type: 'LeadAnalystAssigned', v: 1, analyst: to },
          })),
  },
  RenameOrganisation: {
    row: 'register-kept',
    overwrites: true,
    fits: isKnown,
    tells: (given, { subject, name }) =>
      find(given.register, 'organisation', idOf(subject))?.state.name?.value === name
        ? refused(`it is called ${name} already`, ['name'], ['give the new name'])
        : [{ event: { type: 'OrganisationNamed', v: 1, name } }],
  },
  GroupOrganisation: {
    row: 'vote-seats',
    overwrites: true,
    fits: isKnown,
    tells: (given, { subject, group }) =>
      find(given.register, 'organisation', idOf(subject))?.state.group?.value === group
        ? refused(`it is in the Voting Group ${group} already`, ['group'], ['give the new Voting Group'])
        : [{ event: { type: 'OrganisationGrouped', v: 1, group } }],
  },
  CategoriseOrganisation: {
    row: 'register-kept',
    overwrites: true,
    fits: isKnown,
    tells: (given, { category }) => badCategory(given, category) ?? [{ event: { type: 'OrganisationCategorised', v: 1, category } }],
  },
}
