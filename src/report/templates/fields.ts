/** The fields that a template may have, each with what it is filled with; of a list, the fields of each of its items. */
export type FieldTree = { readonly [name: string]: string | FieldTree }

const always = {
  code: 'the name of the code',
  today: 'the day that the paper is of',
} as const

export const modificationFields = {
  ...always,
  reference: 'its reference, such as MP076',
  title: 'its title',
  proposer: 'the organisation that raised it',
  raised: 'the day on which it was raised',
  standing: 'where it stands in the process',
  path: 'its path',
  analyst: 'its Lead Analyst',
  issue: 'what is wrong, as it was raised',
  summary: 'what it is about, in plain English',
  parties: 'the Party categories that it affects',
  affects: 'the documents that it changes',
  release: 'the release in whose scope it is',
  recommendation: 'what the last vote recommended or decided',
  recommended: 'the day of that vote',
  decision: 'what was decided on it last',
  decided: 'the day of that decision',
  decidedBy: 'who decided',
  decides: 'who decides on its path',
  consultation: 'the consultation that the paper is of',
  closes: 'when that consultation closes',
  sections: { name: 'a section of the proposal', text: 'what it says' },
  impacts: { category: 'a Party category', impact: 'how much it is touched', why: 'why' },
  solutions: { name: 'a solution', text: 'its last version' },
  assessments: {
    name: 'an assessment',
    provider: 'by whom',
    status: 'where it stands',
    returned: 'when it came back',
    cost: 'what it says of cost',
  },
  consultations: { name: 'a consultation', opened: 'when it opened', closes: 'when it closes', responses: 'how many responses there are' },
  questions: { number: 'the number of a question of that consultation', question: 'the question' },
  timetable: { milestone: 'a milestone', when: 'for when it is planned' },
  documents: { document: 'a document that is kept here', kind: 'its kind', version: 'its version', filed: 'the day on which it was filed' },
} as const satisfies FieldTree

export const meetingFields = {
  ...always,
  meeting: 'the body and the day of the meeting',
  body: 'the body that meets',
  day: 'the day of the meeting',
  number: 'the number of the meeting',
  standing: 'whether the minutes are a draft or agreed',
  present: { who: 'somebody present, by seat' },
  quorum: { line: 'what is told of the quorum' },
  items: {
    number: 'the number of an item',
    item: 'what it is about',
    purpose: 'what it is there for',
    papers: 'the papers that serve it',
    outcome: 'what became of it',
  },
  actions: { action: 'an action: who is to do what, by when' },
} as const satisfies FieldTree
