import { list, type PackRow, recalled, table, word, workingDays } from '../row.ts'
import { sources } from '../sources.ts'

/** The vote, the Authority, appeals and withdrawal. */
export const decision: readonly PackRow[] = [
  {
    id: 'vote-capacity',
    title: 'What the vote of the Change Board is, by path',
    value: table({ 'authority led': 'recommend', 'authority determined': 'recommend', 'self-governance': 'decide' }),
    certainty: 'found',
    enforcement: 'refuse',
    source: sources.aboutSecChange,
  },
  {
    id: 'decided-by',
    title: 'Who decides, by path',
    value: table({
      'authority led': 'organisation/authority',
      'authority determined': 'organisation/authority',
      'self-governance': 'body/change-board',
    }),
    certainty: 'found',
    enforcement: 'refuse',
    source: sources.aboutSecChange,
  },
  recalled('decided-by-fast-track', 'Who decides a Fast-Track Modification, all members present in favour', word('body/panel')),
  {
    id: 'change-board-seats',
    title: 'The seats of the Change Board',
    value: table({
      'Large Suppliers': '1 for each Voting Group',
      'Small Suppliers': '3',
      'Network Parties': '3',
      'Other SEC Parties': '3',
      Consumers: '1',
    }),
    certainty: 'found',
    enforcement: 'inform',
    source: sources.newsletterDecember2021,
  },
  recalled(
    'vote-blocks',
    'The blocks in which members vote',
    list('Consumers', 'Large Suppliers', 'Small Suppliers', 'Networks', 'Other SEC Parties'),
  ),
  recalled('block-vote-base', 'A block is in favour with a majority of its', word('members present')),
  recalled('overall-vote-base', 'The vote passes with a majority of the', word('block votes cast')),
  recalled('vote-tie', 'A tie, in a block and between blocks, is', word('not in favour')),
  recalled(
    'quorum',
    'Members present for a quorum',
    table({ 'Large Suppliers': '3', 'Small Suppliers': '1', 'Network Parties': '1', 'Other SEC Parties': '1' }),
  ),
  {
    id: 'sec-objectives',
    title: 'The General SEC Objectives, in short, against which a proposal is tested',
    value: table({
      a: 'efficient provision, installation, operation and interoperability of Smart Metering Systems',
      b: 'the DCC meets its licence objectives and obligations',
      c: 'consumers manage their use of energy through information',
      d: 'effective competition in supply and related activities',
      e: 'innovation in energy networks for a secure and sustainable supply',
      f: 'protection of data, and security of data and systems',
    }),
    certainty: 'found',
    enforcement: 'inform',
    source: sources.objectives,
    clause: 'C1.1',
  },
  recalled('authority-decision-target', "The Authority's own target for a decision", workingDays(25)),
  recalled('appeal-to-panel', 'A Party may appeal to the Panel against a Self-Governance decision within', workingDays(10)),
  recalled('appeal-to-authority', "A Party may appeal to the Authority against the Panel's decision on an appeal within", workingDays(10)),
  recalled('fast-track-referral', 'An objector may refer a Fast-Track approval to the Authority within', workingDays(10)),
  recalled('withdrawal-until', 'The Proposer may withdraw a proposal before', word('the decision of the Change Board')),
  recalled('adoption-window', 'A Party may adopt a proposal that its Proposer withdraws within', workingDays(10)),
]
