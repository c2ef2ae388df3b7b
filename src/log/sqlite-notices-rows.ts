import { randomUUID } from 'node:crypto'
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Moment } from '../domain/calendar/moment.ts'
import type { Subject } from '../domain/entry.ts'
import type { Contact, Delivered, Follower, NewNotice, Notice, NoticeTry, OutboxCursor } from './notices.ts'
import type { Instant } from './people.ts'

/** The statements of one connection about contacts, and about the outbox. */
export function noticesRowsOf(db: DatabaseSync) {
  return { ...contactRows(db), ...followRows(db), ...outboxRows(db), ...sendingRows(db) }
}

type Row = Readonly<Record<string, SQLInputValue>>

function contactRows(db: DatabaseSync) {
  const every = db.prepare('select * from contact order by of, address')
  const byId = db.prepare('select * from contact where id = ?')
  const bySecret = db.prepare('select * from contact where secret = ?')
  const put = db.prepare(`
    insert into contact values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (id) do update set of = excluded.of, address = excluded.address, wants = excluded.wants, verified_at = excluded.verified_at,
      bounced_at = excluded.bounced_at, bounce = excluded.bounce, left_at = excluded.left_at, name = excluded.name, role = excluded.role,
      evidence = excluded.evidence, weekly_since = excluded.weekly_since, unreminded = excluded.unreminded`)
  const remove = db.prepare('delete from contact where id = ?')
  // One that came back was sent before: then its try tells when.
  const lastSent = db.prepare(`
    select recipient, max(done_at) as doneAt, done_moment as doneMoment from (
      select recipient, done_at, done_moment from notice where state in ('sent', 'shown')
      union all
      select recipient, t.done_at, t.done_moment from notice_try t join notice on notice.id = t.notice where t.state = 'sent')
    group by recipient`)
  return {
    contacts: () => every.all().map((row) => contactOf(row as Row)),
    contact: (id: string) => maybe(byId.get(id), contactOf),
    contactOfSecret: (secret: string) => maybe(bySecret.get(secret), contactOf),
    saveContact: (contact: Contact) => {
      const { id, of, address, wants, addedAt, verifiedAt, bouncedAt, bounce, leftAt, secret, name, role, evidence, weeklySince } = contact
      const optional = [verifiedAt, bouncedAt, bounce, leftAt].map((value) => value ?? null)
      const more = [name, role, evidence, weeklySince].map((value) => value ?? null)
      put.run(id, of, address, JSON.stringify(wants), addedAt, ...optional, secret, ...more, contact.unreminded ? 1 : null)
    },
    deleteContact: (id: string) => void remove.run(id),
    lastSent: () =>
      new Map(lastSent.all().map(({ recipient, ...when }) => [String(recipient), present(when) as Pick<Notice, 'doneAt' | 'doneMoment'>])),
  }
}

const maybe = <T>(row: unknown, read: (row: Row) => T): T | undefined => (row === undefined ? undefined : read(row as Row))

/** Only what is there: a column that is null is a field that is absent. */
function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as T
}

const contactOf = (row: Row): Contact =>
  present({
    id: row.id,
    of: row.of,
    address: row.address,
    wants: JSON.parse(String(row.wants)),
    addedAt: row.added_at,
    verifiedAt: row.verified_at,
    bouncedAt: row.bounced_at,
    bounce: row.bounce,
    leftAt: row.left_at,
    secret: row.secret,
    name: row.name,
    role: row.role,
    evidence: row.evidence,
    weeklySince: row.weekly_since,
    unreminded: row.unreminded === 1 ? true : undefined,
  }) as unknown as Contact

function followRows(db: DatabaseSync) {
  const add = db.prepare('insert or ignore into subscription values (?, ?, ?)')
  const remove = db.prepare('delete from subscription where account = ? and subject = ?')
  const every = db.prepare('select account, subject from subscription order by since, account, subject')
  return {
    follow: (account: string, subject: Subject, now: Instant) => void add.run(account, subject, now),
    unfollow: (account: string, subject: Subject) => void remove.run(account, subject),
    followers: () => every.all().map((row) => ({ ...row }) as unknown as Follower),
  }
}

function outboxRows(db: DatabaseSync) {
  const cursor = db.prepare('select position, moment from outbox_cursor')
  const begin = db.prepare('insert or ignore into outbox_cursor values (1, ?, ?)')
  const move = db.prepare('update outbox_cursor set position = ?, moment = ? where position = ?')
  const insert = db.prepare(`
    insert or ignore into notice (id, command, recipient, listens_for, address, why, positions, held_until, not_before, state, tries, next_try, matter)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'held', 0, ?, ?)`)
  const add = (notices: readonly NewNotice[]): void => {
    for (const { command, recipient, listensFor, address, why, positions, heldUntil, notBefore, matter } of notices)
      insert.run(
        randomUUID(),
        command,
        recipient,
        JSON.stringify(listensFor),
        address ?? null,
        why,
        JSON.stringify(positions),
        heldUntil,
        notBefore ?? null,
        heldUntil,
        matter ? JSON.stringify(matter) : null,
      )
  }
  const held = db.prepare("select * from notice where state = 'held'")
  const drop = db.prepare("update notice set state = 'dropped', outcome = 'taken back before it left' where id = ?")
  const shorten = db.prepare('update notice set positions = ? where id = ?')
  return {
    cursor: () => maybe(cursor.get(), (row) => ({ ...row }) as unknown as OutboxCursor),
    begin: ({ position, moment }: OutboxCursor) => void begin.run(position, moment),
    collect: (from: number, to: OutboxCursor, notices: readonly NewNotice[], struck: readonly number[]): boolean => {
      if (move.run(to.position, to.moment, from).changes === 0) return false
      for (const row of held.all()) {
        const { id, positions, matter } = noticeOf(row as Row)
        if (matter) continue
        const left = positions.filter((position) => !struck.includes(position))
        if (left.length === 0) drop.run(id)
        else if (left.length < positions.length) shorten.run(JSON.stringify(left), id)
      }
      add(notices)
      return true
    },
    add,
  }
}

/** A notice with what became of it before. */
const whole = `select *, (
  select json_group_array(json_object('address', address, 'state', state, 'outcome', outcome, 'doneAt', done_at, 'doneMoment', done_moment))
  from (select * from notice_try where notice = notice.id order by nth)) as tries_before from notice`

const noticeOf = (row: Row): Notice =>
  present({
    id: row.id,
    command: row.command,
    recipient: row.recipient,
    listensFor: JSON.parse(String(row.listens_for)),
    address: row.address,
    why: row.why,
    matter: row.matter === null ? undefined : JSON.parse(String(row.matter)),
    positions: JSON.parse(String(row.positions)),
    heldUntil: row.held_until,
    notBefore: row.not_before,
    state: row.state,
    tries: row.tries,
    nextTry: row.next_try,
    outcome: row.outcome,
    doneAt: row.done_at,
    doneMoment: row.done_moment,
    subject: row.subject,
    text: row.text,
    before: triesIn(row.tries_before),
  }) as unknown as Notice

const triesIn = (json: SQLInputValue | undefined): readonly NoticeTry[] =>
  (JSON.parse(String(json ?? '[]')) as readonly NoticeTry[]).map((each) => present(each))

function sendingRows(db: DatabaseSync) {
  // One whose sending was cut off is taken up again once its next try has come.
  const due = db.prepare(`
    ${whole} where state in ('held', 'sending') and next_try <= ? and (not_before is null or not_before <= ?)
    order by next_try, id`)
  const take = db.prepare(
    "update notice set state = 'sending', tries = tries + 1, next_try = ? where id = ? and state in ('held', 'sending')",
  )
  const done = db.prepare(
    'update notice set state = ?, outcome = ?, next_try = coalesce(?, next_try), done_at = ?, done_moment = ?, subject = coalesce(?, subject), text = coalesce(?, text) where id = ?',
  )
  const dropOne = db.prepare("update notice set state = 'dropped', outcome = ?, done_at = ? where id = ? and state = 'held'")
  const keepTry = db.prepare(`
    insert into notice_try select id, (select count(*) from notice_try where notice = id), address, state, outcome, done_at, done_moment
    from notice where id = ? and state in (?, ?)`)
  const back = db.prepare('update notice set state = ?, outcome = ?, done_at = ?, done_moment = null where id = ?')
  const again = db.prepare(
    "update notice set state = 'held', tries = 0, next_try = ?, address = ?, outcome = null, done_at = null, done_moment = null where id = ?",
  )
  const byId = db.prepare(`${whole} where id = ?`)
  const ofCommand = db.prepare(`${whole} where command = ? order by recipient`)
  const latest = db.prepare(`${whole} order by held_until desc, command, recipient limit ?`)
  const note = db.prepare('select note from notice_note where command = ?')
  const putNote = db.prepare('insert or replace into notice_note values (?, ?, ?, ?)')
  const dropNote = db.prepare('delete from notice_note where command = ?')
  const lease = db.prepare(`
    insert into lease values (?, ?, ?)
    on conflict (name) do update set holder = excluded.holder, until = excluded.until where lease.holder = excluded.holder or lease.until < ?`)
  return {
    due: (now: Instant, moment: Moment) => due.all(now, moment).map((row) => noticeOf(row as Row)),
    take: (id: string, nextTry: Instant) => take.run(nextTry, id).changes === 1,
    delivered: (id: string, { state, outcome, moment, nextTry, subject, text }: Delivered, now: Instant) =>
      void done.run(
        state,
        outcome,
        nextTry ?? null,
        ...(nextTry === undefined ? [now, moment ?? null] : [null, null]),
        subject ?? null,
        text ?? null,
        id,
      ),
    again: (id: string, address: string, now: Instant): boolean =>
      keepTry.run(id, 'refused', 'given up').changes === 1 && again.run(now, address, id).changes === 1,
    drop: (id: string, outcome: string, now: Instant): boolean => dropOne.run(outcome, now, id).changes === 1,
    cameBack: (id: string, { state, outcome, at }: { readonly state: string; readonly outcome: string; readonly at: Instant }): boolean =>
      keepTry.run(id, 'sent', 'sent').changes === 1 && back.run(state, outcome, at, id).changes === 1,
    notice: (id: string) => maybe(byId.get(id), noticeOf),
    noticesOf: (command: string) => ofCommand.all(command).map((row) => noticeOf(row as Row)),
    latest: (most: number) => latest.all(most).map((row) => noticeOf(row as Row)),
    note: (command: string) => maybe(note.get(command), (row) => String(row.note)),
    saveNote: (command: string, text: string, account: string, now: Instant) =>
      void (text === '' ? dropNote.run(command) : putNote.run(command, text, account, now)),
    lease: (name: string, holder: string, until: Instant, now: Instant) => lease.run(name, holder, until, now).changes === 1,
  }
}
