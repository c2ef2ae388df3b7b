import type { DatabaseSync } from 'node:sqlite'
import type { DraftFields, Instant } from './people.ts'
import type { Invitation, ResponseDraft, ResponseKey, Revision, RevisionToSave, SignOff, Task } from './response-drafts.ts'
import { every } from './sqlite-read.ts'

type RevisionRow = Omit<Revision, 'answers'> & { readonly answers: string }

/** The statements of one connection about responses that are being written. */
export function responseRows(db: DatabaseSync) {
  const of = 'organisation = ? and consultation = ?'
  const revisions = db.prepare(
    `select revision, answers, account, saved_at as savedAt, stands from response_revision where ${of} order by revision`,
  )
  const add = db.prepare('insert into response_revision values (?, ?, ?, ?, ?, ?, ?)')
  const merge = db.prepare(`update response_revision set stands = 'merged' where ${of} and revision = ? and stands = 'beside'`)
  const invitations = db.prepare(
    `select account, task, by, asked_at as askedAt from response_invitation where ${of} order by asked_at, account`,
  )
  const invite = db.prepare('insert or replace into response_invitation values (?, ?, ?, ?, ?, ?)')
  const askNobody = db.prepare(`delete from response_invitation where ${of} and task = ?`)
  const asked = db.prepare(
    'select organisation, consultation, account, task, by, asked_at as askedAt from response_invitation where account = ? order by asked_at',
  )
  const signOffs = db.prepare(`select revision, account, signed_at as signedAt from response_sign_off where ${of} order by signed_at`)
  const sign = db.prepare('insert or ignore into response_sign_off values (?, ?, ?, ?, ?)')

  const keyOf = ({ organisation, consultation }: ResponseKey) => [organisation, consultation] as const
  const draftOf = (key: ResponseKey): ResponseDraft => {
    const all = every<RevisionRow>(revisions, ...keyOf(key)).map((row): Revision => ({ ...row, answers: JSON.parse(row.answers) }))
    return {
      present: all.findLast(({ stands }) => stands === 'present'),
      beside: all.filter(({ stands }) => stands === 'beside'),
      invitations: every<Invitation>(invitations, ...keyOf(key)),
      signOffs: every<SignOff>(signOffs, ...keyOf(key)),
    }
  }

  return {
    draftOf,
    saveRevision: (account: string, key: ResponseKey, { answers, basedOn, merges }: RevisionToSave, savedAt: Instant): Revision => {
      const { present, beside } = draftOf(key)
      if (merges !== undefined) merge.run(...keyOf(key), merges)
      const there = [...(present ? [present] : []), ...beside].find((each) => sameAnswers(each.answers, answers))
      if (there) return there
      const isStale = (present?.revision ?? 0) !== basedOn && present !== undefined
      const last = every<RevisionRow>(revisions, ...keyOf(key)).at(-1)?.revision ?? 0
      const saved: Revision = { revision: last + 1, answers, account, savedAt, stands: isStale ? 'beside' : 'present' }
      add.run(...keyOf(key), saved.revision, JSON.stringify(answers), account, savedAt, saved.stands)
      return saved
    },
    inviteToResponse: (
      by: string,
      key: ResponseKey,
      { account, task }: { readonly account: string; readonly task: Task },
      askedAt: Instant,
    ) => void invite.run(...keyOf(key), account, task, by, askedAt),
    askNobody: (key: ResponseKey, task: Task) => void askNobody.run(...keyOf(key), task),
    askedOf: (account: string) => every<ResponseKey & Invitation>(asked, account),
    signOff: (account: string, key: ResponseKey, revision: number, signedAt: Instant): boolean => {
      const { present } = draftOf(key)
      if (present?.revision !== revision || present.account === account) return false
      sign.run(...keyOf(key), revision, account, signedAt)
      return true
    },
  }
}

const sameAnswers = (a: DraftFields, b: DraftFields): boolean => canonical(a) === canonical(b)
const canonical = (answers: DraftFields): string => JSON.stringify(Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1)))
