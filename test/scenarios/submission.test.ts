import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readerOf } from '../../src/domain/access.ts'
import type { Subject } from '../../src/domain/entry.ts'
import { find } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

const party = actingFor('organisation/northern-powergrid')
const draft = { title: 'Seats for Other Users', issue: 'Other Users have no seat of their own.' }

/** The critical friend's review before a Draft Proposal is raised, from Friday 4 October 2019. */
describe('a draft given to the critical friend', () => {
  let process: Process
  beforeAll(async () => {
    process = await openProcess()
  })
  afterAll(() => process.close())
  const submission = async () => find(await process.register(), 'submission', '1')?.state

  it('is due five Working Days after it was received, and seen by the public in no way', async () => {
    const { entries } = await process.done(party, act('submit-for-review', 'submission/new', draft))
    expect(entries.map(({ subject, class: classification }) => [subject, classification])).toEqual([['submission/1', 'amber']])
    // 7, 8, 9, 10 and 11 October.
    expect((await submission())?.submitted[0]?.value.due).toBe('2019-10-11')
    const seen = async (...actsFor: readonly Subject[]) =>
      find((await process.app.present(readerOf(actingFor(...actsFor)))).register, 'submission', '1') !== undefined
    expect(find((await process.app.present()).register, 'submission', '1')).toBeUndefined()
    expect([await seen('organisation/northern-powergrid'), await seen('organisation/dcc'), await seen('body/panel')]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('is reviewed by the administrator alone, and by when it was due is told where that is late', async () => {
    const own = await process.refused(party, act('return-review', 'submission/1', { ready: true, comments: 'Fine.' }))
    expect(own.refused).toBe('Smart Energy Code Administrator and Secretariat takes this step; you act for Northern Powergrid')
    await process.moveTo('2019-10-14')
    const { acts } = await process.done(
      administrator,
      act('return-review', 'submission/1', { ready: false, comments: 'Say whom it affects.' }),
    )
    expect(acts[0]?.warnings.map(({ why, clause }) => [why, clause.includes('critical-friend-review')])).toEqual([
      ['the review was due on 11 October 2019', true],
    ])
  })

  it('is submitted again by who submitted it, and the clock begins anew', async () => {
    const another = await process.refused(actingFor('organisation/dcc'), act('submit-again', 'submission/1', draft))
    expect(another.notYours).toBe(true)
    await process.done(party, act('submit-again', 'submission/1', draft))
    expect((await submission())?.submitted.map(({ value }) => value.due)).toEqual(['2019-10-11', '2019-10-21'])
    await process.done(administrator, act('return-review', 'submission/1', { ready: true, comments: 'Ready.' }))
  })

  it('is raised as a Draft Proposal, and is over', async () => {
    const { entries, acts } = await process.done(
      party,
      act('raise-draft-proposal', 'modification/new', {
        ...draft,
        proposer: 'organisation/northern-powergrid',
        submission: 'submission/1',
      }),
    )
    expect(acts[0]?.warnings).toEqual([])
    expect((await submission())?.raised?.value).toBe(entries[0]?.subject)
    const over = await process.refused(party, act('drop-submission', 'submission/1'))
    expect([over.refused, over.clause?.includes('critical-friend-review')]).toEqual([
      'this is done while it is under review or reviewed, and it is raised',
      true,
    ])
  })
})
