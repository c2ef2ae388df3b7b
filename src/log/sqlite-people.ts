import { randomUUID } from 'node:crypto'
import type { Instant, People } from './people.ts'
import { savedUnlessTaken } from './sqlite-error.ts'
import { peopleRowsOf } from './sqlite-people-rows.ts'
import { openTables } from './sqlite-tables.ts'

export type PeopleOptions = {
  /** The real instant: people sign in by the world's clock, whatever a demonstration's shows. */
  readonly now: () => Instant
  /** How long one try to write may block this process. */
  readonly busyMilliseconds?: number
}

/** The people of a register, in the same file as its log. Throws LogError. */
export function openSqlitePeople(path: string, { now, busyMilliseconds }: PeopleOptions): People {
  const { read, write, close } = openTables(path, peopleRowsOf, { gone: 'Nobody can sign in', busyMilliseconds })

  return {
    accounts: () => read((rows) => rows.accounts()),
    account: (id) => read((rows) => rows.account('id', id)),
    accountOfEmail: (email) => read((rows) => rows.account('email', email)),
    accountOfOidc: (identity) => read((rows) => rows.accountOfOidc(identity)),
    accountOfSample: (sample) => read((rows) => rows.account('sample', sample)),
    saveAccount: (account) => savedUnlessTaken(write((rows) => rows.saveAccount(account))),
    bindOidc: (account, identity) => write((rows) => rows.bindOidc(account, identity)),
    shutOut: (account) => write((rows) => rows.shutOut(account)),

    addSession: (session) => write((rows) => rows.addSession(session)),
    session: (hash) => read((rows) => rows.session(hash)),
    touchSession: (hash, usedAt) => write((rows) => rows.touchSession(hash, usedAt)),
    endSession: (hash) => write((rows) => rows.endSession(hash)),

    addLink: (link) => write((rows) => rows.addLink(link)),
    link: (hash) => read((rows) => rows.link(hash)),
    takeLink: (hash) => write((rows) => rows.takeLink(hash)),
    forgetExpired: (expired) => write((rows) => rows.forgetExpired(expired)),

    addToken: (token) => write((rows) => rows.addToken(token)),
    tokensOf: (account) => read((rows) => rows.tokensOf(account)),
    token: (hash) => read((rows) => rows.token(hash)),
    revokeToken: (account, id) => write((rows) => rows.revokeToken(account, id)),

    saveDraft: (account, { id, ...told }) =>
      write((rows) => {
        const draft = { ...told, id: id ?? randomUUID(), savedAt: now() }
        if (id === undefined) rows.addDraft(account, draft)
        else if (!rows.changeDraft(account, draft)) return undefined
        return draft.id
      }),
    draftsOf: (account) => read((rows) => rows.draftsOf(account)),
    draft: (account, id) => read((rows) => rows.draft(account, id)),
    deleteDraft: (account, id) => write((rows) => rows.deleteDraft(account, id)),

    instruct: (account, seat, ahead, vote) => write((rows) => rows.instruct({ ...seat, ...ahead, ...vote, account, givenAt: now() })),
    instructionOf: (seat, ahead) => read((rows) => rows.instructionOf(seat, ahead)),
    instructionsFor: (body, modification) => read((rows) => rows.instructionsFor(body, modification)),
    withdrawInstruction: (seat, ahead) => write((rows) => rows.withdrawInstruction(seat, ahead)),

    arrived: (account, position, gap) => write((rows) => rows.arrived(account, position, now(), gap)),
    readUpTo: (account, position) => write((rows) => rows.readUpTo(account, position, now())),

    draftOf: (key) => read((rows) => rows.draftOf(key)),
    saveRevision: (account, key, saved) => write((rows) => rows.saveRevision(account, key, saved, now())),
    invite: (by, key, asked) => write((rows) => rows.inviteToResponse(by, key, asked, now())),
    askNobody: (key, task) => write((rows) => rows.askNobody(key, task)),
    askedOf: (account) => read((rows) => rows.askedOf(account)),
    signOff: (account, key, revision) => write((rows) => rows.signOff(account, key, revision, now())),

    addShareLink: (link, hash) => write((rows) => rows.addShareLink(link, hash)),
    shareLink: (hash) => read((rows) => rows.shareLink(hash)),
    shareLinks: (account) => read((rows) => rows.shareLinks(account ?? '')),
    revokeShareLink: (id, account) => write((rows) => rows.revokeShareLink(id, account ?? '', now())),
    useShareLink: (id, client) => write((rows) => rows.useShareLink(id, client, now())),
    shareUses: (id) => read((rows) => rows.shareUses(id)),

    close,
  }
}
