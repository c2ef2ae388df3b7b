/**
 * What the templates of papers say, from which `npm run templates` makes the DOCX files beside this one. `{field}` is filled from the
 * register; `each` repeats what follows for each item of a list, and says `none` where there is none.
 */
export type Block =
  | readonly ['heading', string]
  | readonly ['text', string]
  /** Rows of a name and a field. */
  | readonly ['facts', readonly (readonly [name: string, value: string])[]]
  | readonly ['each', list: string, none: string, texts: readonly string[]]
  | readonly ['table', list: string, none: string, columns: readonly (readonly [head: string, value: string])[]]
  /** Where somebody writes: a box with its name. */
  | readonly ['box', string]

export type TemplateText = { readonly title: string; readonly subtitle: string; readonly blocks: readonly Block[] }

const head: readonly (readonly [string, string])[] = [
  ['Reference', '{reference}'],
  ['Proposer', '{proposer}'],
  ['Raised', '{raised}'],
  ['Stands at', '{standing}'],
  ['Path', '{path}'],
  ['Lead Analyst', '{analyst}'],
]
const issue: readonly Block[] = [
  ['heading', 'The issue'],
  ['text', '{issue}'],
]
const solutions: Block = ['each', 'solutions', 'No solution is known.', ['{name}', '{text}']]
const impacts: readonly Block[] = [
  ['text', 'Party categories affected: {parties}. Documents affected: {affects}.'],
  [
    'table',
    'impacts',
    'No impact has been rated yet.',
    [
      ['Party category', '{category}'],
      ['Impact', '{impact}'],
      ['Why', '{why}'],
    ],
  ],
]
const costs: readonly Block[] = [
  ['heading', 'Assessments and costs'],
  [
    'table',
    'assessments',
    'No assessment is known.',
    [
      ['Assessment', '{name}'],
      ['By', '{provider}'],
      ['Stands at', '{status}'],
      ['Returned', '{returned}'],
      ['Cost', '{cost}'],
    ],
  ],
]
const timetable: readonly Block[] = [
  ['heading', 'Timetable'],
  [
    'table',
    'timetable',
    'No timetable is known.',
    [
      ['Milestone', '{milestone}'],
      ['Planned for', '{when}'],
    ],
  ],
]
const attached: readonly Block[] = [
  ['heading', 'Documents'],
  [
    'table',
    'documents',
    'No document is kept here.',
    [
      ['Document', '{document}'],
      ['Kind', '{kind}'],
      ['Version', '{version}'],
      ['Filed', '{filed}'],
    ],
  ],
]
const consulted: readonly Block[] = [
  ['heading', 'Consultations'],
  [
    'table',
    'consultations',
    'No consultation is known.',
    [
      ['Consultation', '{name}'],
      ['Opened', '{opened}'],
      ['Closes', '{closes}'],
      ['Responses', '{responses}'],
    ],
  ],
]
const questions: Block = [
  'table',
  'questions',
  'Its questions are not set yet.',
  [
    ['No.', '{number}'],
    ['Question', '{question}'],
  ],
]
const vote: Block = [
  'facts',
  [
    ['Last vote', '{recommendation}'],
    ['On', '{recommended}'],
    ['Release', '{release}'],
  ],
]
const onModification = '{reference} {title}'

export const templateTexts = {
  'problem-statement': {
    title: 'Problem Statement',
    subtitle: onModification,
    blocks: [
      ['facts', head],
      ['heading', 'In plain English'],
      ['text', '{summary}'],
      ...issue,
      ['heading', 'Who is affected'],
      ...impacts,
      ['heading', 'The sections of the proposal'],
      ['each', 'sections', 'No section has been written yet.', ['{name}', '{text}']],
    ],
  },
  'refinement-consultation': {
    title: 'Refinement Consultation',
    subtitle: onModification,
    blocks: [
      ['facts', [...head, ['Consultation', '{consultation}'], ['Closes', '{closes}']]],
      ['heading', 'In plain English'],
      ['text', '{summary}'],
      ...issue,
      ['heading', 'Solutions'],
      solutions,
      ['heading', 'Who is affected'],
      ...impacts,
      ...costs,
      ...timetable,
      ['heading', 'What we ask'],
      questions,
    ],
  },
  'response-form': {
    title: 'Response form',
    subtitle: onModification,
    blocks: [
      [
        'facts',
        [
          ['Consultation', '{consultation}'],
          ['Closes', '{closes}'],
          ['Organisation', ''],
          ['Party category', ''],
          ['Confidential (no, in part, as a whole)', ''],
        ],
      ],
      ['heading', 'Questions'],
      ['each', 'questions', 'Its questions are not set yet.', ['{number}. {question}', 'Your answer:', ' ', ' ']],
      ['box', 'Any other comments'],
    ],
  },
  'modification-report': {
    title: 'Modification Report',
    subtitle: onModification,
    blocks: [
      ['facts', [...head, ['Release', '{release}'], ['This report is of', '{today}']]],
      ['heading', 'In plain English'],
      ['text', '{summary}'],
      ...issue,
      ['heading', 'Solutions'],
      solutions,
      ['heading', 'Who is affected'],
      ...impacts,
      ...costs,
      ...timetable,
      ...consulted,
      ['heading', 'The last vote'],
      vote,
      ...attached,
    ],
  },
  'mrc-pack': {
    title: 'Modification Report Consultation',
    subtitle: onModification,
    blocks: [
      ['facts', [...head, ['Consultation', '{consultation}'], ['Closes', '{closes}']]],
      ['text', 'We ask whether this modification should be approved or rejected, with the Modification Report that is attached.'],
      ['heading', 'In plain English'],
      ['text', '{summary}'],
      ['heading', 'Solutions'],
      solutions,
      ['heading', 'Who is affected'],
      ...impacts,
      ...costs,
      ...timetable,
      ['heading', 'What we ask'],
      questions,
      ...attached,
    ],
  },
  'change-board-paper': {
    title: 'Paper for the Change Board',
    subtitle: onModification,
    blocks: [
      ['facts', [...head, ['Release', '{release}'], ['Who decides', '{decides}']]],
      ['heading', 'What the Change Board is asked'],
      ['text', 'To vote on {reference} {title} ({path}).'],
      ['heading', 'In plain English'],
      ['text', '{summary}'],
      ['heading', 'Solutions'],
      solutions,
      ['heading', 'Who is affected'],
      ...impacts,
      ...costs,
      ...consulted,
      ...timetable,
      ...attached,
    ],
  },
  'decision-notice': {
    title: 'Notice of a decision',
    subtitle: onModification,
    blocks: [
      ['facts', [['Decision', '{decision}'], ['By', '{decidedBy}'], ['On', '{decided}'], ...head]],
      ['heading', 'In plain English'],
      ['text', '{summary}'],
      ['heading', 'The vote before it'],
      vote,
      ...timetable,
      ...attached,
    ],
  },
  'letter-to-authority': {
    title: 'Letter to the Authority',
    subtitle: onModification,
    blocks: [
      ['text', '{today}'],
      ['text', 'Dear Sir or Madam'],
      ['text', '{reference} {title}: Modification Report for decision'],
      ['text', 'We send you the Modification Report on {reference} for your decision.'],
      ['facts', head],
      vote,
      ['heading', 'In plain English'],
      ['text', '{summary}'],
      ...costs,
      ...consulted,
      ...attached,
      ['text', 'Yours faithfully'],
      ['text', 'The administrator of the {code}'],
    ],
  },
  agenda: {
    title: 'Agenda',
    subtitle: '{meeting}',
    blocks: [
      [
        'facts',
        [
          ['Body', '{body}'],
          ['Meeting', '{number}'],
          ['Day', '{day}'],
        ],
      ],
      [
        'table',
        'items',
        'Nothing is before the meeting yet.',
        [
          ['No.', '{number}'],
          ['Item', '{item}'],
          ['For', '{purpose}'],
          ['Papers', '{papers}'],
        ],
      ],
    ],
  },
  minutes: {
    title: 'Minutes',
    subtitle: '{meeting}',
    blocks: [
      [
        'facts',
        [
          ['Body', '{body}'],
          ['Meeting', '{number}'],
          ['Day', '{day}'],
          ['These minutes', '{standing}'],
        ],
      ],
      ['heading', 'Present'],
      ['each', 'present', 'Who was present is not known.', ['{who}']],
      ['each', 'quorum', '', ['{line}']],
      ['heading', 'Items'],
      ['each', 'items', 'Nothing was before the meeting.', ['{number}. {item}', '{purpose}', '{outcome}']],
      ['heading', 'Actions'],
      ['each', 'actions', 'No action was placed.', ['{action}']],
    ],
  },
} as const satisfies Readonly<Record<string, TemplateText>>
