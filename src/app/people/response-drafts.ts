import type { Subject } from '../../domain/entry.ts'
import type { Account } from '../../log/people.ts'
import type { Invitation, ResponseDraft, ResponseKey, SignOff, Task } from '../../log/response-drafts.ts'
import type { AppPeople } from './people.ts'

export const tasks: readonly Task[] = ['draft', 'sign off']

/** The others who act for an organisation. */
export async function colleaguesOf(people: AppPeople, organisation: Subject, self: string): Promise<readonly Account[]> {
  const all = await people.accounts()
  return all.filter(({ id, actsFor, disabled }) => id !== self && !disabled && actsFor.includes(organisation))
}

/** Whether somebody is asked to sign it off. */
export const wantsSignOff = ({ invitations }: ResponseDraft): boolean => invitations.some(({ task }) => task === 'sign off')

/** Who signed the present saving off: another than who saved it. A later saving is signed off anew. */
export const signedOff = ({ present, signOffs }: ResponseDraft): SignOff | undefined =>
  present && signOffs.find(({ revision, account }) => revision === present.revision && account !== present.account)

/** Asks a colleague, who finds it on the first page; by mail besides, where it is set up. */
export async function inviteColleague(
  people: AppPeople,
  by: Account,
  key: ResponseKey,
  asked: { readonly account: Account; readonly task: Task; readonly about: string; readonly path: string },
): Promise<void> {
  const { account, task, about, path } = asked
  await people.invite(by.id, key, { account: account.id, task })
  const { mail, settings } = people
  const { email } = account
  if (mail && email)
    people.inBackground(async () => {
      await mail.send({
        to: email,
        subject: `${taskText[task]}: ${about}`,
        text: `${by.label} asks you: ${taskText[task]}, ${about}.\n\n${settings.url}${path}\n`,
      })
    })
}

export const taskText: Readonly<Record<Task, string>> = { draft: 'Draft a response', 'sign off': 'Sign a response off' }

/** What an account is asked to do for those for whom it still acts. */
export async function askedOf(people: AppPeople, { id, actsFor }: Account): Promise<readonly (ResponseKey & Invitation)[]> {
  return (await people.askedOf(id)).filter(({ organisation }) => actsFor.includes(organisation))
}
