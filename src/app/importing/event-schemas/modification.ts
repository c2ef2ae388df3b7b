import { z } from 'zod'
import { count, day, label, labels, moment, subject, subjectOrUnknown, text, word, yesNo } from '../field-schemas.ts'
import { standing } from './standing.ts'
import { told } from './told.ts'

const meeting = subject('meeting').exactOptional()
const begunAs = word('draft', 'proposal')
const approveOrReject = ['approve', 'reject'] as const

/** How it begins, and what it is. */
const descriptionSchemas = {
  Raised: told('Raised', { as: begunAs }),
  Attested: told('Attested', {
    standing,
    as: begunAs.exactOptional(),
    unidentified: z.literal(true, { error: 'true, or no such key' }).exactOptional(),
  }),
  Titled: told('Titled', { title: label }),
  ProposerNamed: told('ProposerNamed', { proposer: subject() }),
  IssueSummarised: told('IssueSummarised', { text }),
  SectionWritten: told('SectionWritten', { section: label, text }),
  CommentMade: told('CommentMade', { by: subjectOrUnknown, asks: yesNo, text, meeting }),
  Prioritised: told('Prioritised', {
    category: label,
    criteria: labels,
    rationale: text,
    by: subjectOrUnknown,
    review: day.exactOptional(),
    lead: label.exactOptional(),
  }),
  SummarisedPlainly: told('SummarisedPlainly', { text, words: count(1) }),
  ImpactRated: told('ImpactRated', { category: label, impact: word('high', 'medium', 'low'), why: label }),
  PartiesAffected: told('PartiesAffected', { parties: labels }),
  DocumentsAffected: told('DocumentsAffected', { documents: labels }),
  Related: told('Related', {
    relation: word('part of', 'supersedes', 'consequential on', 'joint with', 'same proposal as'),
    to: subject(),
  }),
  LeadAnalystAssigned: told('LeadAnalystAssigned', { analyst: subject() }),
  DocumentListed: told('DocumentListed', { title: label, address: label.exactOptional(), held: yesNo }),
  ReferenceWritten: told('ReferenceWritten', { written: label }),
  AddressPublished: told('AddressPublished', { path: label }),
  StatusShown: told('StatusShown', { status: label }),
}

/** What is done with it. */
const stepSchemas = {
  DeterminedReady: told('DeterminedReady', { by: subject(), meeting }),
  Converted: told('Converted', { by: subjectOrUnknown, meeting, route: word('refinement', 'report', 'unknown') }),
  ConversionRefused: told('ConversionRefused', { by: subject(), meeting, ground: label.exactOptional() }),
  PathSet: told('PathSet', { path: word('authority led', 'authority determined', 'self-governance', 'fast-track'), by: subjectOrUnknown }),
  ReportApproved: told('ReportApproved', { by: subjectOrUnknown, meeting }),
  ReportSentBack: told('ReportSentBack', { by: subject(), meeting, terms: text.exactOptional() }),
  SentForDecision: told('SentForDecision', { to: subject() }),
  BallotHeld: told('BallotHeld', {
    body: subject('body'),
    capacity: word('recommend', 'decide'),
    outcome: word(...approveOrReject),
    meeting,
    ballot: label.exactOptional(),
    option: label.exactOptional(),
    reading: label.exactOptional(),
  }),
  ReportReceived: told('ReportReceived', { by: subject() }),
  DecisionPublished: told('DecisionPublished', { to: subject(), lapses: moment, row: label }),
  AppealWindowMoved: told('AppealWindowMoved', { lapses: moment, why: label }),
  Appealed: told('Appealed', { by: subjectOrUnknown, to: subject(), grounds: text.exactOptional() }),
  AppealDecided: told('AppealDecided', { by: subject(), outcome: word(...approveOrReject), why: text.exactOptional() }),
  Referred: told('Referred', {
    matter: word('refusal', 'path', 'timetable'),
    by: subjectOrUnknown,
    to: subject(),
    grounds: text.exactOptional(),
  }),
  ReferralDecided: told('ReferralDecided', { by: subject(), outcome: word('stands', 'set aside'), why: text.exactOptional() }),
  Decided: told('Decided', {
    by: subject(),
    outcome: word(...approveOrReject, 'send back'),
    backTo: word('refinement', 'report', 'report consultation', 'vote').exactOptional(),
  }),
  DecisionExpected: told('DecisionExpected', { by: subject(), day }),
  Scheduled: told('Scheduled', { release: subject('release'), part: count(1), exceptionBy: subjectOrUnknown.exactOptional() }),
  Unscheduled: told('Unscheduled', { part: count(1) }),
  Implemented: told('Implemented', {
    part: count(1),
    release: subject('release').exactOptional(),
    version: subject('version').exactOptional(),
  }),
}

/** What lies over its stage, and how it ends. */
const overlaySchemas = {
  PutOnHold: told('PutOnHold', {
    until: day.exactOptional(),
    condition: label.exactOptional(),
    review: day.exactOptional(),
    suspendedBy: subject().exactOptional(),
  }),
  Resumed: told('Resumed', {}),
  UrgencyAsked: told('UrgencyAsked', { by: subjectOrUnknown, of: subject(), why: text.exactOptional() }),
  UrgencyDecided: told('UrgencyDecided', { urgent: yesNo, by: subject() }),
  WithdrawalNotified: told('WithdrawalNotified', { by: subjectOrUnknown, lapses: moment }),
  AdoptionWindowMoved: told('AdoptionWindowMoved', { lapses: moment, why: label }),
  Adopted: told('Adopted', { by: subject() }),
  Withdrawn: told('Withdrawn', { by: word('proposer', 'approver', 'unknown') }),
  Superseded: told('Superseded', { by: subject() }),
}

export const modificationSchemas = { ...descriptionSchemas, ...stepSchemas, ...overlaySchemas }
