import { list, type PackRow, practice, recalled, word, workingDays, yes } from '../row.ts'
import { sources } from '../sources.ts'

/** What may happen to a modification at any time in its life. */
export const anywhere: readonly PackRow[] = [
  recalled('path-changed', 'The path of a proposal may be changed before it is decided', yes),
  recalled('on-hold', 'A proposal may be put on hold, with a day on which that is reviewed', yes),
  recalled(
    'suspended-by',
    'Who may suspend a proposal, such as for a Significant Code Review',
    list('body/panel', 'organisation/authority'),
  ),
  recalled('timetable', 'The Panel sets the timetable of a proposal and may revise it', yes),
  {
    id: 'words-proposal-sections',
    title: 'The sections of a proposal, as the template names them that all codes share',
    value: list(
      'Summary',
      'Governance',
      'Why Change?',
      'Code Specific Matters',
      'Solution',
      'Impacts & Other Considerations',
      'Relevant Objectives',
      'Implementation',
      'Legal Text',
      'Recommendations',
    ),
    certainty: 'inferred',
    enforcement: 'inform',
    source: sources.commonTemplate,
    appliesTo: 'everything live',
  },
  {
    ...recalled(
      'words-refusal-grounds',
      'For what a conversion may be refused',
      list(
        'of the same substance as an earlier proposal that is live',
        'of the same substance as a proposal that was refused or rejected within the time that the rulebook tells',
      ),
    ),
    appliesTo: 'everything live',
  },
  recalled('superseded', 'A proposal may be superseded by another that takes up its substance', yes),
  recalled('rulebook-kept', 'The rulebook is kept by the code administrator, and a second person approves each change', yes),
  recalled('entries-mended', 'What was recorded wrongly is corrected or struck, with why, and stays in the log', yes),
  {
    ...recalled('votes-corrected', 'A vote, and what the Authority decided, is corrected, and not struck', yes),
    enforcement: 'ask a reason',
  },
  practice('timed-mails-leave', 'The time in London from which the weekly mail and reminders leave', { kind: 'time', time: '09:00' }),
  practice('weekly-mail-day', 'The day of the weekly mail; the last Working Day before it, where it is none', word('Friday')),
  practice('reminder-lead', 'How many Working Days before an answer is due who was asked is reminded; none: 0', workingDays(3)),
  practice('notices-held', 'How long notices wait before they leave, so that a slip can be taken back', { kind: 'seconds', seconds: 90 }),
  {
    ...practice('plain-summary-length', 'How long the summary in plain English may be at most', { kind: 'words', words: 60 }),
    enforcement: 'ask a reason',
  },
  practice('impact-ratings', 'How much a modification touches a Party category', list('high', 'medium', 'low')),
  recalled('register-kept', 'The register is kept up to date by the code administrator', yes),
]
