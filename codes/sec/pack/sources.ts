import type { Dated } from '../../../src/domain/calendar/calendar-date.ts'

/** Where the rows, bodies and words of this pack were read. */
export type PackSource = { readonly title: string; readonly where: string; readonly published?: Dated }

const site = (path: string) => `https://smartenergycodecompany.co.uk/${path}`

export const sources = {
  paper: { title: 'Change Status Report – October 2019', where: 'TABASC_47_1710_20' },
  aboutSecChange: { title: 'About SEC Change', where: site('about-sec-change/') },
  aboutTheSec: { title: 'About the SEC', where: site('sec/about-the-sec') },
  alternativeSolution: { title: 'Glossary: Alternative Solution', where: site('glossary/alternative-solution/') },
  bankHolidays: {
    title: 'Bank holidays in England and Wales, 2013 to 2028: the weekday dates on which two published calendars agree',
    where: 'date-holidays 3.37.0 (npm) and holidays 0.105 (PyPI)',
  },
  changeBoard: { title: 'Change Board', where: site('change-board/') },
  dccAnalysis: {
    title: 'Changes to the SEC Section D for DCC analysis provisions',
    where: site('modifications/changes-to-the-sec-section-d-for-dcc-analysis-provisions/'),
  },
  commonTemplate: {
    title: 'The template of a proposal that all codes share since 2016, as the Uniform Network Code prints it (BSC CP1468 tells of it)',
    where: 'UNC modification template',
  },
  emrSettlement: { title: 'EMR Settlement glossary: Working Day', where: 'https://www.emrsettlement.co.uk/glossary/working-day/' },
  metrics: {
    title: 'Code administrators reporting metrics',
    where: 'https://www.ofgem.gov.uk/publications-and-updates/code-administrators-reporting-metrics',
  },
  modificationForm: { title: 'Modification Proposal Form V1.0', where: 'https://paperzz.com/doc/6773179/draft-modification-report' },
  modificationReportConsultation: {
    title: 'Glossary: Modification Report Consultation',
    where: site('glossary/modification-report-consultation/'),
  },
  newsletterJanuary2017: {
    title: 'SEC newsletter, January 2017',
    where: site('news-and-useful-links/newsletters/newsletter-detail/?id=5b28a4ad-f26d-69b4-bb96-ff0000a6837f'),
  },
  newsletterAugust2017: { title: 'SEC newsletter, August 2017', where: 'SEC newsletter of August 2017' },
  newsletterAugust2018: { title: 'SEC Newsletter August 2018', where: site('newsletter/sec-newsletter-august-2018/') },
  newsletterDecember2021: { title: 'SEC Newsletter 17 December 2021', where: site('newsletter/sec-newsletter-17-december-2021/') },
  november2019Release: { title: 'November 2019 SEC Release', where: site('november-2019-sec-release/') },
  november2021Release: { title: 'November 2021 SEC Release', where: site('november-2021-sec-release/') },
  objectives: {
    title: 'Section C: Governance (published copy)',
    where: 'https://documents.pub/document/section-c-governance-c2-panel-establishment-of-the-panel-c21-the-panel.html',
  },
  faq: { title: 'Frequently asked questions', where: site('ufaq-category/faq/') },
  openConsultations: { title: 'Open industry consultations', where: site('ufaq-category/open-industry-consultations-sec/page/2/') },
  panelInformationPolicy: { title: 'Panel Information Policy', where: site('sec/panel-information-policy') },
  prioritisation: {
    title: 'Code modification prioritisation',
    where: 'https://www.ofgem.gov.uk/guidance/code-modification-prioritisation',
  },
  recalled: { title: 'Recalled, not found: the designated text was not available', where: 'no source held' },
  refinementProcess: { title: 'Glossary: Refinement Process', where: site('glossary/refinement-process/') },
  releases: { title: 'SEC Releases', where: site('tag/sec-release/') },
  reportPhase: { title: 'Glossary: Report Phase', where: site('glossary/report-phase/') },
  secas: { title: 'SECAS', where: site('secas/') },
  sosVariations: { title: 'Secretary of State Variations', where: site('sos-variations/') },
} as const satisfies Record<string, PackSource>
