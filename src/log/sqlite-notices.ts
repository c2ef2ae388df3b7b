import type { Notices } from './notices.ts'
import type { Instant } from './people.ts'
import { savedUnlessTaken } from './sqlite-error.ts'
import { noticesRowsOf } from './sqlite-notices-rows.ts'
import { openTables } from './sqlite-tables.ts'

/** Contacts and outbox of a register, in the same file as its log. `now` is the real instant. Throws LogError. */
export function openSqliteNotices(path: string, { now }: { readonly now: () => Instant }): Notices {
  const { read, write, close } = openTables(path, noticesRowsOf, { gone: 'Nobody can be told' })
  return {
    contacts: () => read((rows) => rows.contacts()),
    contact: (id) => read((rows) => rows.contact(id)),
    contactOfSecret: (secret) => read((rows) => rows.contactOfSecret(secret)),
    saveContact: (contact) => savedUnlessTaken(write((rows) => rows.saveContact(contact))),
    deleteContact: (id) => write((rows) => rows.deleteContact(id)),
    lastSent: () => read((rows) => rows.lastSent()),

    follow: (account, subject) => write((rows) => rows.follow(account, subject, now())),
    unfollow: (account, subject) => write((rows) => rows.unfollow(account, subject)),
    followers: () => read((rows) => rows.followers()),

    begin: (cursor) => write((rows) => rows.begin(cursor)),
    cursor: () => read((rows) => rows.cursor()),
    collect: (from, to, notices, struck) => write((rows) => rows.collect(from, to, notices, struck)),
    add: (notices) => write((rows) => rows.add(notices)),
    again: (id, address) => write((rows) => rows.again(id, address, now())),
    due: (instant, moment) => read((rows) => rows.due(instant, moment)),
    take: (id, nextTry) => write((rows) => rows.take(id, nextTry)),
    delivered: (id, outcome) => write((rows) => rows.delivered(id, outcome, now())),
    drop: (id, outcome) => write((rows) => rows.drop(id, outcome, now())),
    cameBack: (id, how) => write((rows) => rows.cameBack(id, how)),
    notice: (id) => read((rows) => rows.notice(id)),
    noticesOf: (command) => read((rows) => rows.noticesOf(command)),
    latest: (most) => read((rows) => rows.latest(most)),
    note: (command) => read((rows) => rows.note(command)),
    saveNote: (command, note, account) => write((rows) => rows.saveNote(command, note, account, now())),

    lease: (name, holder, until) => write((rows) => rows.lease(name, holder, until, now())),
    close,
  }
}
