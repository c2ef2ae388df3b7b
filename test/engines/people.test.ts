// What the tables beside the log must do for accounts, drafts and instructions; sessions, links and tokens are tested through the pages.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginning } from '../../src/log/log.ts'
import { LogError } from '../../src/log/log-error.ts'
import type { Account, People } from '../../src/log/people.ts'
import { openSqliteLog } from '../../src/log/sqlite.ts'
import { openSqlitePeople } from '../../src/log/sqlite-people.ts'
import { request, systemClock, titled } from './samples.ts'

let folder: string
let path: string
let people: People
let now: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'codicil-people-'))
  path = join(folder, 'log.sqlite')
  now = '2026-03-02T09:00:00.000Z'
  people = openSqlitePeople(path, { now: () => now })
})
afterEach(async () => {
  await people.close()
  rmSync(folder, { recursive: true, force: true })
})

const account = (id: string, told: Partial<Account> = {}): Account => ({
  id,
  label: 'Member',
  roles: [],
  actsFor: [],
  seats: [],
  disabled: false,
  ...told,
})

describe('an account', () => {
  it('is read as it was saved', async () => {
    const saved = account('a', {
      email: 'a@codes.example',
      oidc: { issuer: 'https://id.example', subject: '1' },
      roles: ['administrator'],
      actsFor: ['body/panel'],
      seats: [{ body: 'body/change-board', seat: 'large-supplier-1' }],
      disabled: true,
      sample: 'panel',
    })
    expect(await people.saveAccount(saved)).toBe('saved')
    expect(await people.account('a')).toEqual(saved)
    expect(await people.accountOfEmail('a@codes.example')).toEqual(saved)
    expect(await people.accountOfOidc({ issuer: 'https://id.example', subject: '1' })).toEqual(saved)
    expect(await people.accountOfSample('panel')).toEqual(saved)
    expect(await people.accounts()).toEqual([saved])
  })

  it.each([[{ email: 'a@codes.example' }], [{ oidc: { issuer: 'https://id.example', subject: '1' } }], [{ sample: 'panel' }]])(
    'is not saved with what another has: %j',
    async (told) => {
      await people.saveAccount(account('a', told))
      expect(await people.saveAccount(account('b', told))).toBe('taken')
      expect(await people.account('b')).toBeUndefined()
      expect(await people.saveAccount(account('a', told))).toBe('saved')
    },
  )

  it('needs no address, and many have none', async () => {
    expect([await people.saveAccount(account('a')), await people.saveAccount(account('b'))]).toEqual(['saved', 'saved'])
  })

  it('has the same subject at two providers for two accounts', async () => {
    await people.saveAccount(account('a', { oidc: { issuer: 'https://id.example', subject: '1' } }))
    expect(await people.saveAccount(account('b', { oidc: { issuer: 'https://other.example', subject: '1' } }))).toBe('saved')
  })

  it('is bound to who it is at a provider once', async () => {
    await people.saveAccount(account('a'))
    const bind = (subject: string) => people.bindOidc('a', { issuer: 'https://id.example', subject })
    expect(await Promise.all([bind('1'), bind('2')])).toEqual([true, false])
    expect((await people.account('a'))?.oidc?.subject).toBe('1')
  })
})

describe('a draft', () => {
  const draft = { act: 'Convert', subject: 'modification/84', fields: { path: '2', sections: ['one', 'two'] } } as const
  beforeEach(async () => {
    await people.saveAccount(account('a'))
    await people.saveAccount(account('b'))
  })

  it('is kept as it was written, and saved again in its place', async () => {
    const id = (await people.saveDraft('a', draft)) ?? ''
    expect(await people.draft('a', id)).toEqual({ ...draft, id, savedAt: now })
    now = '2026-03-02T09:05:00.000Z'
    expect(await people.saveDraft('a', { ...draft, id, fields: { path: '3' } })).toBe(id)
    expect(await people.draftsOf('a')).toEqual([{ ...draft, id, fields: { path: '3' }, savedAt: now }])
  })

  it('comes with the others of its account, the last saved first', async () => {
    const first = await people.saveDraft('a', draft)
    now = '2026-03-02T09:05:00.000Z'
    const second = await people.saveDraft('a', draft)
    expect((await people.draftsOf('a')).map(({ id }) => id)).toEqual([second, first])
  })

  it('is not read, changed or deleted by another account', async () => {
    const id = (await people.saveDraft('a', draft)) ?? ''
    expect(await people.draft('b', id)).toBeUndefined()
    expect(await people.draftsOf('b')).toEqual([])
    expect(await people.saveDraft('b', { ...draft, id, fields: {} })).toBeUndefined()
    await people.deleteDraft('b', id)
    expect((await people.draft('a', id))?.fields).toEqual(draft.fields)
    await people.deleteDraft('a', id)
    expect(await people.draftsOf('a')).toEqual([])
  })
})

describe('a voting instruction', () => {
  const seat = { body: 'body/change-board', seat: 'large-supplier-1' } as const
  const ahead = { modification: 'modification/76', ballot: 'next' } as const
  beforeEach(() => people.saveAccount(account('a')))

  it('is kept for its seat and ballot, the last one alone', async () => {
    await people.instruct('a', seat, ahead, { vote: 'for', reason: '' })
    await people.instruct('a', seat, ahead, { vote: 'against', reason: 'it costs more than it brings' })
    const kept = { ...seat, ...ahead, vote: 'against', reason: 'it costs more than it brings', account: 'a', givenAt: now }
    expect(await people.instructionOf(seat, ahead)).toEqual(kept)
    expect(await people.instructionsFor('body/change-board', 'modification/76')).toEqual([kept])
  })

  it('is not that of another seat, ballot or modification', async () => {
    await people.instruct('a', seat, ahead, { vote: 'for', reason: '' })
    expect(await people.instructionOf({ ...seat, seat: 'large-supplier-2' }, ahead)).toBeUndefined()
    expect(await people.instructionOf(seat, { ...ahead, ballot: 'other' })).toBeUndefined()
    expect(await people.instructionsFor('body/change-board', 'modification/77')).toEqual([])
    expect(await people.instructionsFor('body/panel', 'modification/76')).toEqual([])
  })

  it('is withdrawn', async () => {
    await people.instruct('a', seat, ahead, { vote: 'for', reason: '' })
    await people.withdrawInstruction(seat, ahead)
    expect(await people.instructionOf(seat, ahead)).toBeUndefined()
  })
})

describe('beside the log', () => {
  it('people and log write to one file at the same time, and neither is lost', async () => {
    const log = openSqliteLog(path, { clock: systemClock })
    await people.saveAccount(account('a'))
    const draft = { act: 'Convert', subject: 'modification/84', fields: {} } as const
    const both = Array.from({ length: 20 }, (_, n) => [
      log.append(request(`key ${n}`), () => [titled(`title ${n}`)]),
      people.saveDraft('a', draft),
    ])
    await Promise.all(both.flat())
    expect(await people.draftsOf('a')).toHaveLength(20)
    expect((await log.catchUp(beginning)).entries).toHaveLength(20)
    await log.close()
  })

  it('says in one line that the file is gone', async () => {
    rmSync(path)
    await expect(people.accounts()).rejects.toThrow(LogError)
    await expect(people.accounts()).rejects.toThrow(`${path} is gone`)
    await expect(people.saveAccount(account('a'))).rejects.toThrow(LogError)
  })

  it('is undone whole where a statement fails', async () => {
    const nobody = { hash: 'x', account: 'nobody', csrf: '', startedAt: now, usedAt: now }
    await expect(people.addSession(nobody)).rejects.toThrow(LogError)
    expect(await people.session('x')).toBeUndefined()
    expect(await people.saveAccount(account('a'))).toBe('saved')
  })
})
