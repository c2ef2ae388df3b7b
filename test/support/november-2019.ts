import type { FactFile } from '../../src/app/importing/fact-file.ts'
import { readFactFile } from '../../src/app/importing/fact-file.ts'
import { isRefused } from '../../src/domain/refusal.ts'

/** The nine that the paper of 4 October 2019 names for the release, by their numbers. */
export const nine: readonly string[] = ['18', '23', '25', '39', '55', '60', '71', '73', '74']

/** What the paper shows of where the nine and MP076 stand, and how they are called; nothing of the release, and of nobody's steps. */
export function standingsInThePaper(): FactFile {
  const file = readFactFile('codes/sec/sample/change-status-report-2019-10.json')
  if (isRefused(file)) throw new Error(file.refused)
  const told = [...nine, '76'].map((id) => `modification/${id}`)
  return {
    ...file,
    facts: file.facts.filter(
      ({ subject, event }) =>
        told.includes(subject) && (event?.type === 'Attested' || (event?.type === 'Titled' && subject !== 'modification/76')),
    ),
  }
}

/** How each step came to whoever keeps the register, long after: for whom, on which day, and what shows it. */
const from = (title: string, where: string) => (by: string, on: string) => ({ by, on, source: title, where })
export const releasePage = from('November 2019 SEC Release', 'https://smartenergycodecompany.co.uk/november-2019-sec-release/')
export const paper = from('Change Status Report – October 2019', 'TABASC_47_1710_20')
export const modificationPage = from(
  'SECMP 0076 (modification page)',
  'https://smartenergycodecompany.co.uk/modifications/pursuing-non-payment-in-events-of-default/',
)
export const decisionPage = from(
  'SECMP076 – Pursuing Non-Payment in Events of Default (Ofgem)',
  'https://www.ofgem.gov.uk/publications-and-updates/secmp076-pursuing-non-payment-events-default',
)
