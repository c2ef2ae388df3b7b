import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Principal } from '../../domain/access.ts'
import { openSqlitePeople } from '../../log/sqlite-people.ts'
import { addAccount } from './accounts.ts'
import { instructionFor, instructSeat } from './instructions.ts'
import { type AppPeople, createPeople, principalOf, realNow } from './people.ts'

const seat = { body: 'body/change-board', seat: 'large-supplier-1' } as const
const ahead = { modification: 'modification/76', ballot: 'next' } as const
const folder = mkdtempSync(join(tmpdir(), 'codicil-instructions-'))

let people: AppPeople
let member: Principal
beforeAll(async () => {
  people = createPeople(openSqlitePeople(join(folder, 'log.sqlite'), { now: realNow }), { url: 'http://localhost' })
  const added = await addAccount(people, { label: 'Member', roles: [], actsFor: [], seats: [seat] })
  if ('refused' in added) throw new Error(added.refused)
  member = principalOf(added)
})
afterAll(async () => {
  await people.close()
  rmSync(folder, { recursive: true, force: true })
})

const others: readonly (readonly [string, Pick<Principal, 'roles' | 'actsFor' | 'seats'>])[] = [
  ['who administers', { roles: ['administrator'], actsFor: [], seats: [] }],
  ['the chair of the body', { roles: [], actsFor: ['body/change-board'], seats: [] }],
  ['a member in another seat', { roles: [], actsFor: [], seats: [{ ...seat, seat: 'large-supplier-2' }] }],
  ['a member of another body', { roles: [], actsFor: [], seats: [{ ...seat, body: 'body/panel' }] }],
]

it('is given, read, changed and withdrawn by who sits in the seat', async () => {
  expect(await instructionFor(people, member, seat, ahead)).toBeUndefined()
  await instructSeat(people, member, seat, ahead, { vote: 'for', reason: '' })
  await instructSeat(people, member, seat, ahead, { vote: 'against', reason: 'costs' })
  expect(await instructionFor(people, member, seat, ahead)).toMatchObject({ vote: 'against', reason: 'costs', account: member.id })
  await instructSeat(people, member, seat, ahead, undefined)
  expect(await instructionFor(people, member, seat, ahead)).toBeUndefined()
})

it.each(others)('is neither read, given nor withdrawn by %s', async (_, told) => {
  const other: Principal = { id: member.id, ...told }
  await instructSeat(people, member, seat, ahead, { vote: 'for', reason: '' })
  expect(await instructionFor(people, other, seat, ahead)).toMatchObject({ refused: expect.any(String), notYours: true })
  expect(await instructSeat(people, other, seat, ahead, { vote: 'against', reason: '' })).toHaveProperty('refused')
  expect(await instructSeat(people, other, seat, ahead, undefined)).toHaveProperty('refused')
  expect(await instructionFor(people, member, seat, ahead)).toMatchObject({ vote: 'for' })
})
