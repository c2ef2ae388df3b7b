import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formOf } from '../../src/app/acting/forms.ts'
import { sampleAccounts } from '../../src/app/people/sample-accounts.ts'
import { mayAct } from '../../src/domain/access.ts'
import { actTypes } from '../../src/domain/acting/acts.ts'
import { givenNow } from '../../src/domain/acting/decide-acts.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { openProcess, type Process } from '../support/process.ts'

/** Who but the code administrator takes which act on SECMP0007, which the DCC assesses and whose Proposer is another. By hand. */
const expected: Readonly<Record<string, readonly string[]>> = {
  panel: [
    'add-to-scope',
    'approve-report',
    'ask-urgency',
    'baseline-scope',
    'change-path',
    'comment',
    'convert',
    'decide-fast-track',
    'determine-ready',
    'prioritise',
    'put-on-hold',
    'refuse-conversion',
    'remove-from-scope',
    'request-assessment',
    'request-assessment-again',
    'request-date-change',
    'resume',
    'send-report-back',
    'set-release-date',
    'set-timetable',
    'suspend',
  ],
  authority: [
    'change-path',
    'decide',
    'decide-date-change',
    'decide-urgency',
    'expect-decision',
    'prioritise',
    'receive-report',
    'resume',
    'set-release-date',
    'suspend',
  ],
  'change-sub-committee': ['comment', 'determine-ready'],
  // Its path is not told: on Path 3 the vote of the board decides.
  'change-board-chair': [
    'approve-assessment-request',
    'cancel-assessment',
    'close-ballot',
    'decide',
    'declare-interest',
    'expect-decision',
    'open-ballot',
    'receive-report',
    'record-vote',
    'record-votes',
    'rule-on-abstentions',
    'vote',
    'withdraw-ballot',
  ],
  'working-group': ['consider', 'raise-alternative', 'revise-solution'],
  party: ['adopt', 'appeal', 'respond', 'withdraw-response'],
  'party-colleague': ['adopt', 'appeal', 'respond', 'withdraw-response'],
  'party-legal': ['adopt', 'appeal', 'respond', 'withdraw-response'],
  // Who sits in a seat does not speak for the body: only for the seat; and nobody takes a step without signing in.
  'large-supplier-member': ['declare-interest', 'name-alternate', 'vote'],
  'small-supplier-member': ['declare-interest', 'name-alternate', 'vote'],
  public: [],
  dcc: [
    'accept-assessment',
    'adopt',
    'appeal',
    'ask-information',
    'attach-document',
    'cost-assessment',
    'decline-assessment',
    'forecast-return',
    'respond',
    'report-progress',
    'return-assessment',
    'withdraw-response',
  ],
}

/** Those who act for no body and no organisation. */
const forNobody = ['public', 'large-supplier-member', 'small-supplier-member']
/** What everybody may do who acts for somebody. */
const anybody = ['raise-draft-proposal', 'submit-for-review']

describe('the table of access', () => {
  let process: Process
  beforeAll(async () => {
    process = await openProcess()
  })
  afterAll(() => process.close())

  async function allowed(sample: string): Promise<readonly string[]> {
    const account = sampleAccounts.find((each) => each.sample === sample)
    const principal = { id: sample, roles: account?.roles ?? [], actsFor: account?.actsFor ?? [], seats: account?.seats ?? [] }
    const { moment } = await process.app.stamp()
    const given = givenNow(await process.register(), moment)
    return actTypes
      .filter((type) => !isRefused(mayAct(given, principal, { act: type, subject: 'modification/7' })))
      .map((type) => formOf(type).verb)
  }

  it.each(Object.keys(expected))('of %s is as it was written by hand', async (sample) => {
    expect((await allowed(sample)).toSorted()).toEqual(
      [...(expected[sample] ?? []), ...(forNobody.includes(sample) ? [] : anybody)].toSorted(),
    )
  })

  it('names every role of the demonstration, and lets who administers take every act', async () => {
    expect([...Object.keys(expected), 'administrator', 'second-administrator'].toSorted()).toEqual(
      [...sampleAccounts.map(({ sample }) => sample), 'public'].toSorted(),
    )
    expect(await allowed('administrator')).toHaveLength(actTypes.length)
  })
})
