import type { DatabaseSync } from 'node:sqlite'
import type { Subject } from '../domain/entry.ts'
import type {
  Account,
  BallotAhead,
  Draft,
  Expired,
  Instant,
  Instruction,
  Link,
  OidcIdentity,
  SeatOfBody,
  SecretHash,
  Session,
  Token,
} from './people.ts'
import { every, one } from './sqlite-read.ts'
import { responseRows } from './sqlite-response-rows.ts'
import { shareRows } from './sqlite-share-rows.ts'

export type PeopleRows = ReturnType<typeof peopleRowsOf>

/** The statements of one connection about people. */
export function peopleRowsOf(db: DatabaseSync) {
  return {
    ...accountRows(db),
    ...sessionRows(db),
    ...linkRows(db),
    ...tokenRows(db),
    ...draftRows(db),
    ...instructionRows(db),
    ...visitRows(db),
    ...responseRows(db),
    ...shareRows(db),
  }
}

function accountRows(db: DatabaseSync) {
  const by = (column: 'id' | 'email' | 'sample') => db.prepare(`select * from account where ${column} = ?`)
  const found = { id: by('id'), email: by('email'), sample: by('sample') }
  const byOidc = db.prepare('select * from account where oidc_issuer = ? and oidc_subject = ?')
  const all = db.prepare('select * from account order by label, id')
  const save = db.prepare(saveAccountSql)
  const bind = db.prepare('update account set oidc_issuer = ?, oidc_subject = ? where id = ? and oidc_subject is null and disabled = 0')
  const ends = ['session', 'link', 'token'].map((table) => db.prepare(`delete from ${table} where account = ?`))
  return {
    accounts: () => every<AccountRow>(all).map(accountOf),
    account: (column: keyof typeof found, value: string) => accountIn(found[column].get(value)),
    accountOfOidc: ({ issuer, subject }: OidcIdentity) => accountIn(byOidc.get(issuer, subject)),
    saveAccount: ({ id, label, email, oidc, roles, actsFor, seats, disabled, sample }: Account) => {
      const lists = [roles, actsFor, seats].map((list) => JSON.stringify(list))
      const identity = [oidc?.issuer ?? null, oidc?.subject ?? null]
      save.run(id, label, email ?? null, ...identity, ...lists, Number(disabled), sample ?? null)
    },
    bindOidc: (account: string, { issuer, subject }: OidcIdentity) => bind.run(issuer, subject, account).changes === 1,
    shutOut: (account: string) => {
      for (const end of ends) end.run(account)
    },
  }
}

const saveAccountSql = `
  insert into account values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (id) do update set label = excluded.label, email = excluded.email, oidc_issuer = excluded.oidc_issuer,
    oidc_subject = excluded.oidc_subject, roles = excluded.roles, acts_for = excluded.acts_for, seats = excluded.seats,
    disabled = excluded.disabled`

type AccountRow = {
  readonly id: string
  readonly label: string
  readonly email: string | null
  readonly oidc_issuer: string | null
  readonly oidc_subject: string | null
  readonly roles: string
  readonly acts_for: string
  readonly seats: string
  readonly disabled: number
  readonly sample: string | null
}

const accountIn = (row: unknown): Account | undefined => (row === undefined ? undefined : accountOf(row as AccountRow))

function accountOf(row: AccountRow): Account {
  const { id, label, email, oidc_issuer: issuer, oidc_subject: subject, sample } = row
  return {
    id,
    label,
    ...(email === null ? {} : { email }),
    ...(issuer === null || subject === null ? {} : { oidc: { issuer, subject } }),
    roles: JSON.parse(row.roles),
    actsFor: JSON.parse(row.acts_for),
    seats: JSON.parse(row.seats),
    disabled: row.disabled === 1,
    ...(sample === null ? {} : { sample }),
  }
}

function sessionRows(db: DatabaseSync) {
  const add = db.prepare('insert into session values (?, ?, ?, ?, ?)')
  const find = db.prepare('select hash, account, csrf, started_at as startedAt, used_at as usedAt from session where hash = ?')
  const touch = db.prepare('update session set used_at = max(used_at, ?) where hash = ?')
  const end = db.prepare('delete from session where hash = ?')
  return {
    addSession: ({ hash, account, csrf, startedAt, usedAt }: Session) => void add.run(hash, account, csrf, startedAt, usedAt),
    session: (hash: SecretHash) => one<Session>(find, hash),
    touchSession: (hash: SecretHash, usedAt: Instant) => void touch.run(usedAt, hash),
    endSession: (hash: SecretHash) => void end.run(hash),
  }
}

function linkRows(db: DatabaseSync) {
  const add = db.prepare('insert into link values (?, ?, ?, ?)')
  const find = db.prepare('select hash, account, back, expires_at as expiresAt from link where hash = ?')
  const take = db.prepare('delete from link where hash = ? returning hash, account, back, expires_at as expiresAt')
  const forgetLinks = db.prepare('delete from link where expires_at < ?')
  const forgetSessions = db.prepare('delete from session where started_at < ? or used_at < ?')
  return {
    addLink: ({ hash, account, back, expiresAt }: Link) => void add.run(hash, account, back, expiresAt),
    link: (hash: SecretHash) => one<Link>(find, hash),
    takeLink: (hash: SecretHash) => one<Link>(take, hash),
    forgetExpired: ({ startedBefore, usedBefore, linksBefore }: Expired) => {
      forgetSessions.run(startedBefore, usedBefore)
      forgetLinks.run(linksBefore)
    },
  }
}

function tokenRows(db: DatabaseSync) {
  const columns = 'id, account, hash, name, made_at as madeAt'
  const add = db.prepare('insert into token values (?, ?, ?, ?, ?)')
  const find = db.prepare(`select ${columns} from token where hash = ?`)
  const all = db.prepare(`select ${columns} from token where account = ? order by made_at, id`)
  const revoke = db.prepare('delete from token where account = ? and id = ?')
  return {
    addToken: ({ id, account, hash, name, madeAt }: Token) => void add.run(id, account, hash, name, madeAt),
    token: (hash: SecretHash) => one<Token>(find, hash),
    tokensOf: (account: string) => every<Token>(all, account),
    revokeToken: (account: string, id: string) => revoke.run(account, id).changes === 1,
  }
}

type DraftRow = Omit<Draft, 'fields'> & { readonly fields: string }

function draftRows(db: DatabaseSync) {
  const columns = 'id, act, subject, fields, saved_at as savedAt'
  const add = db.prepare('insert into draft values (?, ?, ?, ?, ?, ?)')
  const change = db.prepare('update draft set act = ?, subject = ?, fields = ?, saved_at = ? where account = ? and id = ?')
  const find = db.prepare(`select ${columns} from draft where account = ? and id = ?`)
  const all = db.prepare(`select ${columns} from draft where account = ? order by saved_at desc, id`)
  const remove = db.prepare('delete from draft where account = ? and id = ?')
  const draftOf = (row: DraftRow): Draft => ({ ...row, fields: JSON.parse(row.fields) })
  return {
    addDraft: (account: string, { id, act, subject, fields, savedAt }: Draft) =>
      void add.run(id, account, act, subject, JSON.stringify(fields), savedAt),
    changeDraft: (account: string, { id, act, subject, fields, savedAt }: Draft) =>
      change.run(act, subject, JSON.stringify(fields), savedAt, account, id).changes === 1,
    draft: (account: string, id: string): Draft | undefined => {
      const row = one<DraftRow>(find, account, id)
      return row && draftOf(row)
    },
    draftsOf: (account: string) => every<DraftRow>(all, account).map(draftOf),
    deleteDraft: (account: string, id: string) => void remove.run(account, id),
  }
}

function instructionRows(db: DatabaseSync) {
  const columns = 'body, seat, modification, ballot, vote, reason, account, given_at as givenAt'
  const oneSeat = 'body = ? and seat = ? and modification = ? and ballot = ?'
  const put = db.prepare('insert or replace into instruction values (?, ?, ?, ?, ?, ?, ?, ?)')
  const find = db.prepare(`select ${columns} from instruction where ${oneSeat}`)
  const all = db.prepare(`select ${columns} from instruction where body = ? and modification = ? order by ballot, seat`)
  const remove = db.prepare(`delete from instruction where ${oneSeat}`)
  const keyOf = ({ body, seat }: SeatOfBody, { modification, ballot }: BallotAhead) => [body, seat, modification, ballot] as const
  return {
    instruct: ({ vote, reason, account, givenAt, ...at }: Instruction) => void put.run(...keyOf(at, at), vote, reason, account, givenAt),
    instructionOf: (seat: SeatOfBody, ahead: BallotAhead) => one<Instruction>(find, ...keyOf(seat, ahead)),
    instructionsFor: (body: Subject, modification: Subject) => every<Instruction>(all, body, modification),
    withdrawInstruction: (seat: SeatOfBody, ahead: BallotAhead) => void remove.run(...keyOf(seat, ahead)),
  }
}

type VisitRow = { readonly since: number | null; readonly seen: number; readonly at: string }

function visitRows(db: DatabaseSync) {
  const find = db.prepare('select since, seen, at from visit where account = ?')
  const put = db.prepare('insert or replace into visit values (?, ?, ?, ?)')
  return {
    arrived: (account: string, position: number, now: Instant, gap: number): number | undefined => {
      const before = one<VisitRow>(find, account)
      const isNew = before !== undefined && Date.parse(now) - Date.parse(before.at) > gap
      // The first visit has read nothing before it: looked at again, it goes on from what was there at the first look.
      const since = isNew ? before.seen : (before?.since ?? before?.seen ?? null)
      put.run(account, since, position, now)
      return since ?? undefined
    },
    readUpTo: (account: string, position: number, now: Instant) => void put.run(account, position, position, now),
  }
}
