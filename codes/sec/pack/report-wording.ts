import type { Row } from '../../../src/domain/rulebook/rulebook.ts'
import { type Vocabulary, type WordingKey, wordingRow } from '../../../src/report/change-status/templates.ts'
import { beginning } from './pack-fact.ts'
import { sources } from './sources.ts'

/**
 * The words of the Change Status Report as the paper of October 2019 prints them; the forms that it had no use for (none, one, many)
 * follow its style. Places in braces are filled by the report.
 */
const sentences: Readonly<Record<WordingKey, string>> = {
  'cover.title': 'Change Status Report – {month}',
  'cover.purpose':
    'This document is the Change Status Report, which provides information on the progress of SEC Draft Proposals, Modification Proposals and Releases.',
  'cover.appendix': 'The DCC’s progress report on Preliminary Assessments and Impact Assessments is included as Appendix A to this report.',
  'cover.recommendation': 'The Panel is requested to NOTE the contents of this report.',
  'cover.classification': 'This document is classified as {class} in accordance with the Panel Information Policy. {handling}',
  'cover.handlingUnknown': 'How documents of this class are handled is not recorded.',
  'cover.noPaper': 'No paper for {month} is recorded: this report is made from the register alone.',
  'cover.before': 'This copy is before {body} on {day}; its recommendation is addressed to the Panel.',

  'summary.introduction':
    'This report provides a monthly update on the status and progress of SEC Draft Proposals, Modification Proposals and Releases, highlighting key information and decisions made.',
  'summary.register': 'More detailed information can be found in the Modification Register.',
  'summary.strip': 'Proposals currently in each stage',
  'summary.standalone.none': 'No modification is approved for a standalone release.',
  'summary.standalone.one': 'One modification that is approved for a standalone release is counted beside Release:',
  'summary.standalone.many': '{count} modifications that are approved for standalone releases are counted beside Release:',
  'summary.conversions.none':
    'There are no Draft Proposals being presented to the Panel for conversion to Modification Proposals this month.',
  'summary.conversions.one':
    'There is one Draft Proposal being presented to the Panel for conversion to a Modification Proposal this month:',
  'summary.conversions.many':
    'There are {count} Draft Proposals being presented to the Panel for conversion to Modification Proposals this month:',
  'summary.reports.none': 'No Modification Reports are being presented to the Panel this month.',
  'summary.reports.one': 'One Modification Report is being presented to the Panel this month:',
  'summary.reports.many': '{count} Modification Reports are being presented to the Panel this month:',
  'summary.decisions.none': 'No decisions on any Modification Proposals were received this month.',
  'summary.decisions.one': 'One decision on a Modification Proposal was received this month:',
  'summary.decisions.many': '{count} decisions on Modification Proposals were received this month:',

  'define.none': 'No new Draft Proposals were raised this month.',
  'define.raised': '{proposal} was raised by {proposer} {when}.',
  'define.raisedByUnknown': '{proposal} was raised {when}; no source tells by whom.',
  'define.issueUnknown': 'No summary of its issue is recorded.',
  'define.ready.none': 'The Change Sub-Committee (CSC) determined no Draft Proposals ready to be presented to the Panel this month.',
  'define.ready.one':
    'The Change Sub-Committee (CSC) determined that the following Draft Proposal is ready to be presented to the Panel for conversion to a Modification Proposal:',
  'define.ready.many':
    'The Change Sub-Committee (CSC) determined that the following Draft Proposals are ready to be presented to the Panel for conversion to Modification Proposals:',

  'refine.meeting.none': 'The monthly Working Group meeting was held {when}; the modifications it included are not recorded.',
  'refine.meeting.one': 'The monthly Working Group meeting was held {when}, and included the following modification:',
  'refine.meeting.many': 'The monthly Working Group meeting was held {when}, and included the following modifications:',
  'refine.noMeeting': 'No Working Group meeting is recorded this month.',
  'refine.out.none': 'There are no Modification Proposals currently out for Refinement Consultation.',
  'refine.out.one': 'There is one Modification Proposal currently out for Refinement Consultation:',
  'refine.out.many': 'There are {count} Modification Proposals currently out for Refinement Consultation:',
  'refine.expected.none': 'No new Refinement Consultations are expected to be issued this month.',
  'refine.expected.one': 'One new Refinement Consultation is expected to be issued this month:',
  'refine.expected.many': '{count} new Refinement Consultations are expected to be issued this month:',
  'refine.overdue.none': 'No Refinement Consultations expected last month remain to be issued.',
  'refine.overdue.one': 'One Refinement Consultation was expected last month and is not recorded as issued:',
  'refine.overdue.many': '{count} Refinement Consultations were expected last month and are not recorded as issued:',
  'refine.requests.none': 'No Impact Assessments were requested for approval from the Change Board this month.',
  'refine.requests.one': 'One Impact Assessment was requested for approval from the Change Board this month:',
  'refine.requests.many': '{count} Impact Assessments were requested for approval from the Change Board this month:',
  'refine.timescales': 'The timescales below are correct as at {day}.',
  'refine.requested.none': 'No assessments are requested and not yet accepted.',
  'refine.requested.one': 'One assessment is requested and not yet accepted:',
  'refine.requested.many': '{count} assessments are requested and not yet accepted:',
  'refine.past': '{proposal} has since been {outcome}: no source tells when its {kind} came back or was dropped.',
  'refine.completed.none': 'no assessments',
  'refine.completed.one': 'one assessment',
  'refine.completed.many': '{count} assessments',
  'refine.onTarget.none': 'Of {completed} completed during {year} {known}, none met its own target.',
  'refine.onTarget.one': 'Of {completed} completed during {year} {known}, one met its own target.',
  'refine.onTarget.many': 'Of {completed} completed during {year} {known}, {count} met their own targets.',
  'refine.targetsKnown': 'whose targets are known',
  'refine.targetsUnknown.none': 'No assessments were completed during {year}.',
  'refine.targetsUnknown.one': 'One assessment was completed during {year}; its target is not known.',
  'refine.targetsUnknown.many': '{count} assessments were completed during {year}; their targets are not known.',
  'refine.noneCompleted': 'No assessments were completed during {year}.',

  'opine.out.none': 'There are no Modification Proposals currently out for Modification Report Consultation.',
  'opine.out.one': 'There is one Modification Proposal currently out for Modification Report Consultation:',
  'opine.out.many': 'There are {count} Modification Proposals currently out for Modification Report Consultation:',
  'opine.expected.none': 'No Modification Report Consultations are expected to be issued this month.',
  'opine.expected.one':
    '{condition} we are expecting the following Modification Proposal to be issued for Modification Report Consultation {when} {length}:',
  'opine.expected.many':
    '{condition} we are expecting the following Modification Proposals to be issued for Modification Report Consultation {when} {length}:',
  'opine.condition': 'subject to {condition},',
  'opine.length.none': '',
  'opine.length.one': 'and be open for one Working Day',
  'opine.length.many': 'and be open for {count} Working Days',
  'opine.overdue.none': 'No Modification Report Consultations expected last month remain to be issued.',
  'opine.overdue.one': 'One Modification Report Consultation was expected last month and is not recorded as issued:',
  'opine.overdue.many': '{count} Modification Report Consultations were expected last month and are not recorded as issued:',
  'opine.votes.none': 'The Change Board voted on no modifications this month.',
  'opine.votes.one': 'The Change Board voted on one modification {when}:',
  'opine.votes.many': 'The Change Board voted on {count} modifications {when}:',
  'opine.vote': '{proposal} was {outcome} {path}.',
  'opine.authorityDecisions.none': 'There were no Authority decisions in the last month.',
  'opine.authorityDecisions.one': 'There was one Authority decision in the last month:',
  'opine.authorityDecisions.many': 'There were {count} Authority decisions in the last month:',
  'opine.decision': '{proposal} was {outcome} by {by} {when}.',
  'opine.pending.none': 'There are no Modification Proposals currently with the Authority for decision.',
  'opine.pending.one': 'There is one Modification Proposal currently with the Authority for decision:',
  'opine.pending.many': 'There are {count} Modification Proposals currently with the Authority for decision:',
  'opine.concluded.none': 'The register records no day of a conclusion during {year}.',
  'opine.concluded.one': 'The register records the day of one conclusion during {year}: {names}.',
  'opine.concluded.many': 'The register records the days of {count} conclusions during {year}: {names}.',
  'opine.meanKnown.none': 'The days on which these proposals were raised are not known: no average can be worked out.',
  'opine.meanKnown.one': 'The day of raising is known for one of {of}: its duration is {mean} WD.',
  'opine.meanKnown.many': 'The day of raising is known for {count} of {of}: their durations average {mean} WD.',
  'opine.implied.none': '',
  'opine.implied.one':
    'For the stated {stated} WD, the one whose day is not known would have to be between {low} and {high} WD (as the stated figure is rounded).',
  'opine.implied.many':
    'For the stated {stated} WD, the {count} whose days are not known would have to average between {low} and {high} WD (as the stated figure is rounded).',

  'release.standalone.none': 'There are currently no modifications that are approved for implementation as a standalone release.',
  'release.standalone.one': 'There is currently one modification that is approved for implementation as a standalone release:',
  'release.standalone.many': 'There are currently {count} modifications that are approved for implementation as standalone releases:',
  'release.standaloneItem': '{proposal} is to be implemented {when}.',
  'release.scheduled.none': 'There are currently no modifications that are approved for implementation in the {release} ({date}).',
  'release.scheduled.one': 'There is currently one modification that is approved for implementation in the {release} ({date}):',
  'release.scheduled.many': 'There are currently {count} modifications that are approved for implementation in the {release} ({date}):',
  'release.noneScheduled': 'There are currently no modifications that are approved for implementation in a scheduled SEC Release.',
  'release.unconfirmed.none': 'Every approved modification whose release is in force came into force with it.',
  'release.unconfirmed.one':
    'There is one approved modification whose release is in force, and of which no source tells that it came into force with it:',
  'release.unconfirmed.many':
    'There are {count} approved modifications whose releases are in force, and of which no source tells that they came into force with them:',
  'release.unscheduled.none': 'Every approved modification is in the scope of a release.',
  'release.unscheduled.one': 'There is currently one approved modification that is in the scope of no release yet:',
  'release.unscheduled.many': 'There are currently {count} approved modifications that are in the scope of no release yet:',
  'release.requested': '{when}, {by} wrote to {of} to request a revised implementation date of {to}.',
  'release.requestedLatest': 'It asked to be trusted to move the date further, up to {latest}.',
  'release.letter': 'You can download {by}’s letter at {address}.',
  'release.letterNotHeld': '{by}’s letter was published at {address}; this register does not hold it.',
  'release.pending': 'This request is with {of} for decision.',
  'release.agreed': '{of} agreed to it {when}.',
  'release.agreedUntil': '{of} agreed to it {when}, and to any day up to {until}.',
  'release.refused': '{of} refused it {when}.',
  'release.weekend': '{day} is a {weekday}.',

  'time.week': 'in the week commencing {day}',
  'time.day': 'on {day}',
  'time.month': 'in {month}',
  'time.endOfMonth': 'the end of {month}',
  'time.event': 'on {event}',
  'time.unknown': 'on a day that no source tells',
}

const vocabularies: Readonly<Record<Vocabulary, Readonly<Record<string, string>>>> = {
  stages: { define: 'Define', refine: 'Refine', opine: 'Opine', release: 'Release' },
  'assessment-kinds': { order: 'PA, IA', PA: 'Preliminary Assessments', IA: 'Impact Assessments' },
  paths: {
    'authority led': 'as an Authority Led Modification',
    'authority determined': 'as an Authority Determined Modification',
    'self-governance': 'as a Self-Governance Modification',
    'fast-track': 'as a Fast-Track Modification',
  },
  outcomes: {
    'recommend approve': 'recommended for approval',
    'recommend reject': 'recommended for rejection',
    'decide approve': 'approved',
    'decide reject': 'rejected',
    approve: 'approved',
    reject: 'rejected',
    'send back': 'sent back',
  },
  classes: {
    white: 'White',
    green: 'Green',
    amber: 'Amber',
    red: 'Red',
    'white handling': 'Information can be shared with the public, and any members may publish the information, subject to copyright.',
  },
  // A condition told of one proposal, as it is said of several.
  conditions: { "the Panel's approval of the Modification Report": 'the Panel’s approval of the Modification Reports' },
  bodies: {
    panel: 'body/panel',
    administrator: 'body/secas',
    readiness: 'body/change-sub-committee',
    provider: 'organisation/dcc',
    workingGroup: 'body/working-group',
    changeBoard: 'body/change-board',
    authority: 'organisation/authority',
  },
  names: {
    'body/panel': 'the Panel',
    'body/change-board': 'the Change Board',
    'organisation/authority': 'the Authority',
    'organisation/energy-savings-trust': 'the Energy Savings Trust',
    'organisation/dcc': 'the DCC',
    'organisation/secretary-of-state': 'the Secretary of State',
  },
}

/** One row of words for each section of the report, and one for each vocabulary. */
export const reportWording: readonly Row[] = [
  ...[...Map.groupBy(Object.entries(sentences), ([key]) => key.slice(0, key.indexOf('.')))].map(([section, entries]) =>
    row(
      section,
      `Wording of the Change Status Report: ${section}`,
      Object.fromEntries(entries.map(([key, text]) => [key.slice(section.length + 1), text])),
    ),
  ),
  ...Object.entries(vocabularies).map(([name, entries]) => row(name, `Words of the Change Status Report: ${name}`, entries)),
]

function row(part: string, title: string, entries: Readonly<Record<string, string>>): Row {
  return {
    id: wordingRow(part),
    title,
    value: { kind: 'table', entries },
    clause: 'no clause: the form of the published report',
    inForce: { from: beginning },
    appliesTo: 'everything live',
    certainty: 'inferred',
    enforcement: 'inform',
    source: `${sources.paper.title} (${sources.paper.where})`,
  }
}
