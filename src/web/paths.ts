import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { FiledFile } from '../domain/document/document.ts'
import { idOf, kindOf, type Subject } from '../domain/entry.ts'
import { meetingsWith } from '../domain/meeting/agenda.ts'
import { canonicalReference, type ModificationId, type ReferenceGrammar } from '../domain/modification/reference.ts'
import { type PaperOf, periodId, publicationNamed } from '../domain/publication/kinds.ts'
import { find, type Register } from '../domain/register.ts'

/** The time that every link keeps: the day told of and what was known. */
export type Time = { readonly asof?: CalendarDate | undefined; readonly known?: CalendarDate | number | undefined }

type Query = Readonly<Record<string, string | number | undefined>>

/** Every URL of the site. All of them keep the time asked for. */
export function pathsAt(time: Time, grammar: ReferenceGrammar, register: Register) {
  const at = (path: string, query: Query = {}, fragment = '') =>
    `${path}${queryText({ ...query, asof: time.asof, known: time.known })}${fragment && `#${fragment}`}`
  return {
    home: () => at('/sec/'),
    register: (query: Query = {}) => at('/sec/register', query),
    /** What differs between the day asked for and another: today, where none is named. */
    compared: (query: Query = {}) => at('/sec/register/compared', query),
    comparedCsv: (query: Query = {}) => at('/sec/register/compared.csv', query),
    registerCsv: (query: Query = {}) => at('/sec/register.csv', query),
    modification: (id: string, fragment = '') => at(`/sec/${referenceIn(register, grammar, id)}`, {}, fragment),
    assessments: (query: Query = {}) => at('/sec/assessments', query),
    assessmentsCsv: (query: Query = {}) => at('/sec/assessments.csv', query),
    /** A consultation by its id, `84/report/1`; below it, what is done with it and what came of it. */
    consultation: (consultation: string, below = '', query: Query = {}, fragment = '') => {
      const [id = '', ...rest] = consultation.split('/')
      return at(`/sec/${referenceIn(register, grammar, id)}/consultations/${rest.join('/')}${below && `/${below}`}`, query, fragment)
    },
    /** What is filled from the register, and kept, of a modification or a meeting. */
    papers: (id: string, paper = '', query: Query = {}) =>
      at(`/sec/${referenceIn(register, grammar, id)}/papers${paper && `/${paper}.docx`}`, query),
    meetingPapers: (id: string) => at(`/sec/meetings/${id}/papers`),
    releases: () => at('/sec/releases'),
    releasesCsv: () => at('/sec/releases.csv'),
    release: (id: string, fragment = '') => at(`/sec/releases/${id}`, {}, fragment),
    meetings: (recorded?: number) => at('/sec/meetings', { recorded }),
    meeting: (id: string, query: Query = {}) => at(`/sec/meetings/${id}`, query),
    /** A year's meetings from a file. */
    meetingsFile: () => '/sec/meetings/file',
    agenda: (id: string, query: Query = {}) => `/sec/meetings/${id}/agenda${queryText(query)}`,
    runMeeting: (id: string, query: Query = {}) => `/sec/meetings/${id}/run${queryText(query)}`,
    pack: (id: string, query: Query = {}) => at(`/sec/meetings/${id}/pack`, query),
    packPdf: (id: string) => at(`/sec/meetings/${id}/pack.pdf`),
    /** The same, with the files of its papers. */
    boundPack: (id: string) => at(`/sec/meetings/${id}/pack-with-papers.pdf`),
    minutes: (id: string, query: Query = {}) => at(`/sec/meetings/${id}/minutes`, query),
    minutesFile: (id: string, form: 'pdf' | 'docx') => at(`/sec/meetings/${id}/minutes.${form}`),
    /** Who is to do what, from all meetings. */
    actions: () => at('/sec/actions'),
    /** A document with its versions; the file of one, under its own name. */
    document: (id: string, query: Query = {}) => at(`/sec/documents/${id}`, query),
    documentFile: (id: string, { bytes, name }: Pick<FiledFile, 'bytes' | 'name'>) =>
      at(`/sec/documents/${id}/${bytes.slice(0, 16)}/${encodeURIComponent(name)}`),
    /** The links that were made to documents, with each use. */
    shared: () => '/sec/shared',
    reports: () => at('/sec/reports'),
    changeStatus: (month: string) => at(`/sec/reports/change-status/${month}`),
    /** The words of a draft; from what a published paper was drawn. */
    draftPaper: (of: PaperOf) => `${addressOf(of)}/draft`,
    manifest: (of: PaperOf) => at(`${addressOf(of)}/manifest.json`),
    /** What changed since the month before. */
    changes: (month: string) => at(`/sec/reports/change-status/${month}/changes`),
    changesJson: (month: string) => at(`/sec/reports/change-status/${month}/changes.json`),
    /** Any paper of a month or a quarter, as a page or as a file. */
    paper: (of: PaperOf, form: 'html' | 'pdf' | 'docx' | 'txt' | 'json' = 'html', query: Query = {}) =>
      at(`${addressOf(of)}${form === 'html' ? '' : `.${form}`}`, query),
    /** A picture of a report as SVG, and its numbers as CSV. */
    chart: (month: string, id: string, form: 'svg' | 'csv') => at(`/sec/reports/change-status/${month}/charts/${id}.${form}`),
    /** One figure of a paper: `stage.refine`, also as JSON. */
    figure: (of: PaperOf, id: string, fragment = '') => at(`${addressOf(of)}/figures/${id}`, {}, fragment),
    /** Where a published paper is read; where facts of it are taken in. */
    reconcile: () => at('/sec/reports/reconcile'),
    takeClaims: () => '/sec/reports/reconcile/take',
    /** The rules in force; one of them, with its history. */
    rulebook: (fragment = '') => at('/sec/rulebook', {}, fragment),
    rulebookJson: () => at('/sec/rulebook.json'),
    rulebookFile: () => '/sec/rulebook/file',
    rule: (id: string) => at(`/sec/rulebook/rows/${id}`),
    /** The bodies of the code with their seats, and the organisations. */
    bodies: (fragment = '') => at('/sec/bodies', {}, fragment),
    body: (id: string) => at(`/sec/bodies/${id}`),
    glossary: (term = '') => at('/sec/glossary', {}, term),
    /** The form of an act on a subject; of one that founds a subject, without any. Fields may be given. */
    act: (verb: string, subject?: Subject, fields: Query = {}) => `/sec/acts/${verb}${subject ? `/${subject}` : ''}${queryText(fields)}`,
    /** The vote of who sits in a seat; all votes of a meeting at once. */
    vote: (id: string) => `/sec/${referenceIn(register, grammar, id)}/vote`,
    ballots: (meeting: string) => `/sec/meetings/${meeting}/ballots`,
    /** What one place of the log holds, and held before. */
    entry: (place: number, fragment = '') => at(`/sec/entries/${place}`, {}, fragment),
    /** The front page of who signed in. */
    mine: () => at('/sec/mine'),
    /** What is known and what is not, field by field. */
    quality: (query: Query = {}) => at('/sec/data-quality', query),
    workload: () => '/sec/workload',
    /** What was sent to whom, and what is about to be. */
    outbox: (query: Query = {}) => `/sec/outbox${queryText(query)}`,
    /** What a mail server sent back; with `notice`, what is said by hand of one mail. */
    cameBack: (query: Query = {}) => `/sec/outbox/came-back${queryText(query)}`,
    contacts: (id = '', query: Query = {}) => `/sec/contacts${id && `/${id}`}${queryText(query)}`,
    /** Many contacts from a file. */
    contactsFile: () => '/sec/contacts/file',
    /** What waits for a person. */
    queue: () => '/sec/queue',
    /** Drafts that the critical friend reads before they are raised. */
    submissions: () => '/sec/submissions',
    /** What somebody has written and not recorded. */
    drafts: () => '/sec/drafts',
    /** Every way to sign in; afterwards it leads back to a path of ours. */
    signIn: (back = '') => `/sec/sign-in${queryText({ back })}`,
    signInAsSample: () => '/sec/sign-in/sample',
    signInByLink: () => '/sec/sign-in/link',
    signInAtProvider: (back = '') => `/sec/sign-in/provider${queryText({ back })}`,
    signOut: () => '/sec/sign-out',
    /** Who the reader is here, and the tokens of his programs. */
    account: () => '/sec/account',
    /** The accounts, for who administers; one of them. */
    accounts: (id = '') => `/sec/accounts${id && `/${id}`}`,
    /** The page of a subject that has one; undefined for those without. */
    subject: (subject: Subject, fragment = '', query: Query = {}) => {
      if (kindOf(subject) === 'modification') return at(`/sec/${referenceIn(register, grammar, idOf(subject))}`, query, fragment)
      if (kindOf(subject) === 'meeting') return at(`/sec/meetings/${idOf(subject)}`, query, fragment)
      if (kindOf(subject) === 'rule') return at(`/sec/rulebook/rows/${idOf(subject)}`, query, fragment)
      if (kindOf(subject) === 'body') return at(`/sec/bodies/${idOf(subject)}`, query, fragment)
      if (kindOf(subject) === 'organisation') return at(`/sec/organisations/${idOf(subject)}`, query, fragment)
      if (kindOf(subject) === 'publication') {
        const of = publicationNamed(idOf(subject))
        return of && at(addressOf(of), query, fragment)
      }
      // A paper is read where it is before a body.
      const [meeting] = kindOf(subject) === 'paper' ? meetingsWith(register, subject) : []
      if (meeting) return at(`/sec/meetings/${meeting.id}`, query, fragment || 'papers')
      if (kindOf(subject) === 'document') return at(`/sec/documents/${idOf(subject)}`, query, fragment)
      if (kindOf(subject) === 'holiday') return at('/sec/rulebook', query, 'bank-holidays')
      if (kindOf(subject) === 'submission') return `/sec/submissions/${idOf(subject)}${queryText(query)}${fragment && `#${fragment}`}`
      return kindOf(subject) === 'release' ? at(`/sec/releases/${idOf(subject)}`, query, fragment) : undefined
    },
  }
}
const addressOf = (of: PaperOf): string => `/sec/reports/${of.kind}/${periodId(of)}`

export type Paths = ReturnType<typeof pathsAt>

/** How a modification is written today in this register: `DP084`, or `MP084` once converted. */
export function referenceIn(register: Register, grammar: ReferenceGrammar, id: string): string {
  return canonicalReference(grammar, id as ModificationId, find(register, 'modification', id)?.state.proposal ?? false)
}

/** A query string with its empty values left out; '' when nothing is left. */
export function queryText(query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`
}
