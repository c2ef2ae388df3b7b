import { describe, expect, it } from 'vitest'
import { append, logged, stamped, strike, told } from '../../test/support/history.ts'
import { anyone, type Principal, readerOf } from './access.ts'
import type { Moment } from './calendar/moment.ts'
import type { Entry, Proposed } from './entry.ts'
import { everything, memberReader, publicReader, readersOf, seenBy } from './reader.ts'
import { isRefused } from './refusal.ts'
import { believed } from './replay.ts'

const now = '2020-01-01T09:00' as Moment
const end = '2020-02-01T09:00' as Moment
const dcc = memberReader(['organisation/dcc'])
const party = memberReader(['organisation/party'])

const costed = (more: Partial<Proposed>) =>
  told('modification/84', 'AssessmentCosted', { assessment: '84/PA/1', period: 'annual', lowPence: 100 }, '2019-10-10', more)

/** A modification with an assessment of DCC, and what it told of its costs. */
const withCosts = (...more: readonly Partial<Proposed>[]) =>
  logged(
    [
      told('organisation/dcc', 'OrganisationNamed', { name: 'DCC' }, '2018-01-01'),
      told('organisation/party', 'OrganisationNamed', { name: 'a Party' }, '2018-01-01'),
      told('body/secas', 'BodyEstablished', { name: 'SECAS', capacities: ['administer'] }, '2018-01-01'),
      told('modification/84', 'Raised', { as: 'draft' }, '2019-09-10'),
      told(
        'modification/84',
        'AssessmentRequested',
        { assessment: '84/PA/1', assessmentKind: 'PA', provider: 'organisation/dcc' },
        '2019-09-20',
      ),
    ],
    ...more.map((each) => [costed(each)]),
  )

const costsSeenBy = (entries: readonly Entry[], reader = dcc, at = now) =>
  seenBy(entries, reader, at).filter(({ event }) => event?.type === 'AssessmentCosted').length

describe('what a reader sees above his class or under an embargo', () => {
  const byDcc = { capacity: { by: 'organisation/dcc' } } as const
  const forDcc = { capacity: { by: 'body/secas', behalfOf: 'organisation/dcc' } } as const

  it('is what was done by or for one of his own', () => {
    for (const hidden of [{ class: 'amber' }, { class: 'red' }, { publicAt: end }] as const)
      for (const capacity of [byDcc, forDcc]) {
        const { entries } = withCosts({ ...capacity, ...hidden })
        expect([dcc, party, publicReader, everything].map((reader) => costsSeenBy(entries, reader))).toEqual([1, 0, 0, 1])
      }
  })

  it('is not what he recorded for another', () => {
    expect(costsSeenBy(withCosts({ ...forDcc, class: 'amber' }).entries, memberReader(['body/secas']))).toBe(0)
  })

  it('is only of the kinds on which nothing else stands', () => {
    const { entries } = logged([
      told('organisation/dcc', 'OrganisationNamed', { name: 'DCC' }, '2018-01-01'),
      told('modification/84', 'Raised', { as: 'draft' }, '2019-09-10', { capacity: { by: 'organisation/dcc' }, publicAt: end }),
    ])
    expect(seenBy(entries, dcc, now)).toHaveLength(1)
  })

  it('goes where it is struck, whoever strikes it and however secretly', () => {
    const log = withCosts({ ...byDcc, class: 'amber' })
    const struck = append(log, [strike(log.entries.at(-1) as Entry, { capacity: { by: 'body/secas' }, class: 'red' })])
    if (isRefused(struck)) throw new Error(struck.refused)
    expect(believed(seenBy(struck.entries, dcc, now)).some(({ event }) => event?.type === 'AssessmentCosted')).toBe(false)
  })
})

describe('whose view is judged', () => {
  it('is each class, each owner of what is kept back, and who acts for all of them', () => {
    const { entries } = withCosts(
      { capacity: { by: 'organisation/dcc' }, class: 'amber' },
      { capacity: { by: 'organisation/party' }, publicAt: end, nth: 1 },
      { capacity: { by: 'body/secas' }, nth: 2 },
    )
    expect(readersOf(entries).map(({ own }) => own)).toEqual([
      [],
      [],
      [],
      [],
      [],
      ['organisation/dcc'],
      ['organisation/party'],
      ['organisation/dcc', 'organisation/party'],
    ])
  })
})

describe('what who sits in a seat sees of a ballot that is open', () => {
  it('is what his own seat said, and neither that of another nor of another body', () => {
    const said = { class: 'amber', capacity: { by: 'body/secas', behalfOf: 'body/change-board' } } as const
    const cast = (seat: string) => told('modification/84', 'VoteCast', { ballot: '84/ballot/1', seat, vote: 'for' }, '2019-10-10', said)
    const entries = stamped([cast('network-1'), cast('network-2')], 1)
    const seen = (reader: ReturnType<typeof memberReader>) => seenBy(entries, reader, now).map(({ position }) => position)
    expect(seen(memberReader([], [{ body: 'body/change-board', seat: 'network-2' }]))).toEqual([2])
    expect(seen(memberReader([], [{ body: 'body/panel', seat: 'network-2' }]))).toEqual([])
    expect(seen(memberReader(['body/change-board']))).toEqual([1, 2])
    expect([seen(memberReader(['body/panel'])), seen(publicReader)]).toEqual([[], []])
  })
})

describe('the reader that somebody is', () => {
  const principal = (more: Partial<Principal>): Principal => ({ ...anyone, id: 'x', ...more })

  it('has as his own what he acts for and his seat, and not the body in which he sits', () => {
    const seat = { body: 'body/panel', seat: 'a-1' } as const
    expect(readerOf(principal({ actsFor: ['organisation/dcc'] }))).toEqual(dcc)
    expect(readerOf(principal({ seats: [seat] }))).toEqual({ ...memberReader([]), seats: [seat] })
    expect(readerOf(principal({ roles: ['administrator'], actsFor: ['body/secas'] }))).toEqual(everything)
    expect(readerOf(anyone)).toEqual(publicReader)
  })
})
