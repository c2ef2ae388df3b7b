import { randomUUID } from 'node:crypto'
import type { Account } from '../../log/people.ts'
import type { App } from '../app.ts'
import type { AppPeople } from './people.ts'

/** A sample account: its key in the address of its button, and whom it acts for. What it may do is in the table of access. */
export type SampleAccount = Pick<Account, 'label' | 'roles' | 'actsFor' | 'seats'> & { readonly sample: string; readonly does: string }

const nobody = { roles: [], actsFor: [], seats: [] } as const

/** One for each role, named by it. Who they are is nobody: anyone who opens the demonstration may be any of them. */
export const sampleAccounts: readonly SampleAccount[] = [
  {
    ...nobody,
    sample: 'administrator',
    label: 'Code administrator',
    does: 'records every step, for whoever took it',
    roles: ['administrator', 'importer'],
    actsFor: ['body/secas'],
  },
  {
    ...nobody,
    sample: 'second-administrator',
    label: 'Second code administrator',
    does: 'approves changes of the rulebook',
    roles: ['administrator', 'importer'],
    actsFor: ['body/secas'],
  },
  { ...nobody, sample: 'panel', label: 'Secretary of the SEC Panel', does: 'converts, and approves reports', actsFor: ['body/panel'] },
  {
    ...nobody,
    sample: 'change-sub-committee',
    label: 'Secretary of the Change Sub-Committee',
    does: 'determines whether a Draft Proposal is ready',
    actsFor: ['body/change-sub-committee'],
  },
  {
    ...nobody,
    sample: 'change-board-chair',
    label: 'Chair of the Change Board',
    does: 'opens ballots, and rules where a rule is unsettled',
    actsFor: ['body/change-board'],
  },
  {
    ...nobody,
    sample: 'large-supplier-member',
    label: 'Change Board member for Large Suppliers',
    does: 'votes in the Large Suppliers’ seat 1',
    seats: [{ body: 'body/change-board', seat: 'large-supplier-1' }],
  },
  {
    ...nobody,
    sample: 'small-supplier-member',
    label: 'Change Board member for Small Suppliers',
    does: 'votes in the Small Suppliers’ seat 1',
    seats: [{ body: 'body/change-board', seat: 'small-supplier-1' }],
  },
  { ...nobody, sample: 'working-group', label: 'Working Group', does: 'considers solutions', actsFor: ['body/working-group'] },
  {
    ...nobody,
    sample: 'party',
    label: 'Party: Northern Powergrid',
    does: 'raises Draft Proposals, and responds to consultations',
    actsFor: ['organisation/northern-powergrid'],
  },
  {
    ...nobody,
    sample: 'party-colleague',
    label: 'Party: Northern Powergrid, a colleague',
    does: 'drafts responses with the first',
    actsFor: ['organisation/northern-powergrid'],
  },
  {
    ...nobody,
    sample: 'party-legal',
    label: 'Party: Northern Powergrid, legal',
    does: 'signs responses off',
    actsFor: ['organisation/northern-powergrid'],
  },
  { ...nobody, sample: 'dcc', label: 'DCC', does: 'accepts and returns assessments', actsFor: ['organisation/dcc'] },
  { ...nobody, sample: 'authority', label: 'Authority', does: 'decides, and grants changes of date', actsFor: ['organisation/authority'] },
]

/** Whether the sample accounts are offered: on a demonstration without a real way to sign in, and nowhere else. */
export const offersSamples = ({ isDemo, people: { settings } }: Pick<App, 'isDemo' | 'people'>): boolean =>
  isDemo() && !settings.oidc && !settings.mail

/** The account of a sample, made when it is first asked for; undefined where there is none such, or it is disabled. */
export async function sampleAccount(people: AppPeople, asked: string): Promise<Account | undefined> {
  const found = sampleAccounts.find(({ sample }) => sample === asked)
  if (!found) return undefined
  const { does, ...account } = found
  const made = (await people.accountOfSample(asked)) ?? (await makeSample(people, account))
  return made?.disabled ? undefined : made
}

async function makeSample(people: AppPeople, account: Omit<SampleAccount, 'does'>): Promise<Account | undefined> {
  // Taken: another request made it meanwhile.
  await people.saveAccount({ id: randomUUID(), ...account, disabled: false })
  return people.accountOfSample(account.sample)
}
