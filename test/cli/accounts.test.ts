import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../src/app/app.ts'
import { type Cli, expectOneLine, openDemoCli } from '../support/cli.ts'

let cli: Cli
beforeAll(async () => {
  cli = await openDemoCli()
}, 60_000)
afterAll(() => cli.close())

const member = ['--label', 'Change Board member', '--email', 'Member@codes.example', '--seats', 'change-board/large-supplier-1']

describe('codicil accounts', () => {
  it('adds an account, lists it, and disables it by its address', async () => {
    expect(await cli.text('accounts', 'list')).toBe('There is no account.\n')
    const added = await cli.json('accounts', 'add', ...member, '--bodies', 'body/change-board', 'body/panel')
    expect(added).toEqual({
      id: expect.any(String),
      label: 'Change Board member',
      email: 'member@codes.example',
      roles: [],
      actsFor: ['body/change-board', 'body/panel'],
      seats: [{ body: 'body/change-board', seat: 'large-supplier-1' }],
      disabled: false,
      boundToProvider: false,
    })
    expect(await cli.json('accounts', 'list')).toEqual([added])
    expect(await cli.text('accounts', 'disable', 'MEMBER@codes.example')).toBe(
      `${added.id}  disabled  member@codes.example  Change Board member  body/change-board, body/panel, change-board/large-supplier-1\n`,
    )
    expect(await cli.json('accounts', 'list')).toEqual([{ ...added, disabled: true }])
  })

  it('refuses a second account with an address', async () => {
    const line = 'another account has the address member@codes.example; give another address, or change the account that has this one'
    expectOneLine(await cli.run('accounts', 'add', ...member), { code: 1, line })
  })

  it.each([
    [['add'], '--label: expected a text, and nothing was given'],
    [['add', '--label', 'a', '--email', 'b'], '--email: expected an address like name@example.org, and "b" was given'],
    [['add', '--label', 'a', '--bodies', 'body/nope'], '--bodies: expected what the register knows, and body/nope was given'],
    [['disable'], "missing required argument 'account'"],
  ])('says what is wrong with %j', async (words, line) => {
    expectOneLine(await cli.run('accounts', ...words), { code: 2, line })
  })

  it('says that there is no such account', async () => {
    expectOneLine(await cli.run('accounts', 'disable', 'nobody@codes.example'), {
      code: 1,
      line: 'there is no account nobody@codes.example',
    })
  })
})

it('a response that a colleague was asked to sign off is sent by no command before', async () => {
  const asked = ['--organisations', 'organisation/northern-powergrid']
  const [writer, legal] = [
    await cli.json('accounts', 'add', '--label', 'Regulation', ...asked),
    await cli.json('accounts', 'add', '--label', 'Legal', ...asked),
  ]
  const issued = ['--consultation', '79/refinement/1', '--consultation-kind', 'refinement']
  await cli.text('act', 'issue-consultation', 'MP079', ...issued)
  const key = { organisation: 'organisation/northern-powergrid', consultation: '79/refinement/1' } as const
  const respond = (...more: readonly string[]) =>
    cli.run(
      'act',
      'respond',
      'MP079',
      '--consultation',
      key.consultation,
      '--answers',
      'comment: We agree',
      '--by',
      key.organisation,
      ...more,
    )
  const app = await openApp(cli.data)
  const { revision } = await app.people.saveRevision(writer.id, key, { answers: { 'answer.comment': 'We agree' }, basedOn: 0 })
  await app.people.invite(writer.id, key, { account: legal.id, task: 'sign off' })
  expectOneLine(await respond(), { code: 1, line: /nobody has signed this version/ })
  expect(await app.people.signOff(legal.id, key, revision)).toBe(true)
  await app.close()
  expect(await respond()).toMatchObject({ code: 0, stdout: expect.stringContaining('MP079') })
})
