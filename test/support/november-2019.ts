import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The nine that the paper of 4 October 2019 names for the release, by their numbers. */
export const nine: readonly string[] = ['18', '23', '25', '39', '55', '60', '71', '73', '74']

/**
 * What the paper shows of where the nine and MP076 stand, and how they are called; nothing of the release, and of nobody's steps. As the
 * text of a fact file.
 */
export function standingsInThePaper(): string {
  const file = JSON.parse(readFileSync(join(root, 'codes/sec/sample/change-status-report-2019-10.json'), 'utf8')) as WrittenFile
  const shows = ({ subject, event: { type } }: WrittenFile['facts'][number]) =>
    nine.some((id) => subject === `modification/${id}`)
      ? type === 'Attested' || type === 'Titled'
      : subject === 'modification/76' && type === 'Attested'
  return JSON.stringify({ ...file, facts: file.facts.filter(shows) })
}

type WrittenFile = { readonly facts: readonly { readonly subject: string; readonly event: { readonly type: string } }[] }

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
