import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { formOf } from '../../src/app/acting/forms.ts'
import { sampleAccounts } from '../../src/app/people/sample-accounts.ts'
import { actTypes } from '../../src/domain/acting/acts.ts'
import { ballotRules } from '../../src/domain/ballot/acts.ts'
import { answerOf, withoutPositions } from '../support/answers.ts'
import { hideIn, notHidden, openSteps, taken } from '../support/hidden-acts.ts'
import { bookmarksOf, textOfPdf } from '../support/paper-text.ts'
import { type Person, readPage, signIn } from '../support/person.ts'
import { morePages, pages } from '../support/read-pages.ts'
import { openTestSite, type TestSite } from '../support/site.ts'

/** Everybody but who administers, from whom nothing is hidden. */
const readers = ['public', ...sampleAccounts.filter(({ roles }) => roles.length === 0).map(({ sample }) => sample)]

/** Those whose forms differ by what they may do. */
const acting = readers.filter((who) => ['panel', 'change-board-chair', 'party', 'dcc', 'authority'].includes(who))

type World = { readonly site: TestSite; readonly people: ReadonlyMap<string, Person>; readonly administrator: Person }

/**
 * Two registers, alike but that in one of them something is hidden. Whoever may not see it gets the same answers from both, byte for byte.
 * The clock of both stands still unless a test moves it.
 */
describe('whoever may not see what is hidden', () => {
  let plain: World
  let hiding: World
  /** The first position of what is hidden, and the last. */
  let hidden: { readonly first: number; readonly last: number }

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T09:00:00Z') })
    const open = async (): Promise<World> => {
      const site = await openTestSite()
      const administrator = await signIn(site, 'administrator')
      await taken(administrator, openSteps)
      const people = new Map<string, Person>()
      for (const reader of readers) if (reader !== 'public') people.set(reader, await signIn(site, reader))
      return { site, people, administrator }
    }
    plain = await open()
    hiding = await open()
    const before = hiding.site.app.live.entries.length
    expect(plain.site.app.live.entries).toHaveLength(before)
    await hideIn(hiding.site.app, hiding.administrator)
    hidden = { first: before + 1, last: hiding.site.app.live.entries.length }
    pass(30)
  }, 120_000)
  afterAll(async () => {
    vi.useRealTimers()
    await plain.site.close()
    await hiding.site.close()
  })

  const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000)
  const get = ({ site, people }: World, who: string, path: string) => people.get(who)?.get(path) ?? site.request(path)
  const asked = async (world: World, who: string, path: string) => answerOf(await get(world, who, path))

  async function sameTo(who: string, path: string): Promise<void> {
    expect(await asked(hiding, who, path), `${who} ${path}`).toBe(await asked(plain, who, path))
  }

  it('has something hidden of every kind that may be', () => {
    expect(notHidden).toEqual([])
    expect(hidden.last - hidden.first).toBeGreaterThan(20)
  })

  it.each(readers)(
    '%s reads the same on every page, CSV, JSON and report',
    async (who) => {
      for (const { at } of Object.values({ ...pages, ...morePages })) await sameTo(who, at)
      for (const at of ['/sec/SECMP0053', '/sec/SECMP0053/vote', '/sec/SECMP0053/papers']) await sameTo(who, at)
    },
    120_000,
  )

  it('finds no hidden file in a pack that holds it for who administers', async () => {
    const at = '/sec/meetings/panel-2019-10-11/pack-with-papers.pdf'
    const packOf = async (who: { get: (path: string) => Promise<Response> }) => new Uint8Array(await (await who.get(at)).arrayBuffer())
    const bookmark = 'Paper SECP_1: Windows'
    const all = await packOf(hiding.administrator)
    expect(await bookmarksOf(all)).toEqual(
      expect.arrayContaining([`${bookmark} (file 1 of 3)`, `${bookmark} (file 2 of 3)`, `${bookmark} (file 3 of 3)`]),
    )
    expect(await textOfPdf(all)).toContain('Zinniasinanannex')
    for (const who of hiding.people.values()) {
      const bytes = await packOf(who)
      expect((await bookmarksOf(bytes)).filter((each) => each.startsWith('Paper'))).toEqual([bookmark])
      expect(await textOfPdf(bytes)).not.toMatch(/zinnia/i)
    }
  })

  it.each(['public', ...acting])(
    '%s is told the same of what is hidden as of what is not there',
    async (who) => {
      const places = [hidden.first, hidden.first + 1, hidden.last - 1, hidden.last, hidden.last + 1]
      const paths = [
        ...Array.from({ length: hidden.last - hidden.first + 2 }, (_, index) => `/sec/entries/${hidden.first + index}`),
        ...places.flatMap((place) => [`/sec/register?known=${place}`, `/sec/MP084?known=${place}`, `/sec/?recorded=${place}`]),
        ...['DP088', 'MP088', 'SECMP0088', 'sec/88', 'DP088/vote'].map((reference) => `/sec/${reference}`),
        ...['/sec/meetings/change-board-2019-10-30', '/sec/meetings/panel-2019-10-11', '/sec/meetings/change-board-2019-10-30/ballots'],
        ...[
          '/sec/releases/2031-06',
          '/sec/bodies/zinnia-board',
          '/sec/organisations/zinnia-networks',
          '/sec/organisations/northern-powergrid',
        ],
        ...['/sec/documents/cccccccccccccccc', '/sec/documents/cccccccccccccccc/cccccccccccccccc/zinnias.txt'],
        ...['zinnia', 'quelled', 'confidence', 'dahlia', 'DP088', '88', 'MP084'].flatMap((query) => [
          `/sec/register?q=${query}`,
          `/sec/register.csv?q=${query}`,
          `/sec/assessments?q=${query}`,
        ]),
        ...['MP079', 'SECMP0062', 'SECMP0046', 'MP084', 'SECMP0053'].map((reference) => `/sec/${reference}`),
        ...['2019-09-30', '2019-10-04', '2019-10-05'].flatMap((day) => [`/sec/register?asof=${day}`, `/sec/MP084?known=${day}`]),
        ...['2019-09', '2019-10', '2019-10.txt', '2019-10.json', '2019-11'].map((month) => `/sec/reports/change-status/${month}`),
      ]
      for (const path of paths) await sameTo(who, path)
    },
    240_000,
  )

  it.each(acting)(
    '%s is shown the same forms, with the same choices',
    async (who) => {
      for (const type of actTypes) {
        const { verb, on, founds } = formOf(type)
        const about = founds
          ? ['']
          : on === 'modification'
            ? ['/modification/84', '/modification/79', '/modification/88', ...(ofBallot.has(type) ? ['/modification/53'] : [])]
            : [`/${on}/${known[on] ?? '1'}`]
        for (const subject of about) await sameTo(who, `/sec/acts/${verb}${subject}`)
      }
    },
    240_000,
  )

  it.each(acting)(
    '%s is told the same of each act by what it would record, or why it is refused',
    async (who) => {
      for (const type of actTypes) {
        const { verb, on, founds, schema } = formOf(type)
        const fields = Object.fromEntries(Object.keys(schema.shape).flatMap((name) => (name in filledIn ? [[name, filledIn[name]]] : [])))
        const about = ofBallot.has(type) ? ['84', '53'] : ['84', '79', '88']
        for (const id of on === 'modification' && !founds ? about : [known[on] ?? '1']) {
          const path = `/sec/api/acts/${verb}${founds ? '' : `/${on}/${id}`}`
          const [there, here] = [await posted(hiding, who, path, fields), await posted(plain, who, path, fields)]
          expect(there, `${who} ${path}`).toBe(here)
        }
      }
    },
    240_000,
  )

  async function posted(world: World, who: string, path: string, fields: object): Promise<string> {
    const headers = {
      'content-type': 'application/json',
      cookie: world.people.get(who)?.cookie ?? '',
      'x-csrf-token': await csrfOf(world, who),
    }
    return answerOf(await world.site.request(path, { method: 'POST', headers, body: JSON.stringify({ ...fields, dryRun: true }) }))
  }

  const tokens = new Map<Person, string>()
  async function csrfOf({ people }: World, who: string): Promise<string> {
    const person = people.get(who)
    if (!person) return ''
    const token = tokens.get(person) ?? (await person.open('/sec/')).document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    tokens.set(person, token)
    return token
  }

  it('is told one plain line where what is hidden stands in the way of his act, and nothing is recorded', async () => {
    const before = hiding.site.app.live.entries.length
    const refused = await hiding.people.get('authority')?.send('/sec/acts/decide/modification/84', { outcome: 'reject' })
    expect(refused?.status).toBe(409)
    const { text } = await readPage(refused as Response)
    expect(text).toContain('It cannot be recorded as it is: something that is not public yet stands in the way')
    expect(text).toContain('Ask the code administrator, who can tell more')
    for (const telling of ['approve', 'Release', 'embargo', '17:00', `${hidden.first}`])
      expect(text.split('Decision')[0]).not.toContain(telling)
    expect(hiding.site.app.live.entries).toHaveLength(before)
  })

  it('reads the same after more was recorded that is public, but for the positions of the log', async () => {
    for (const { people } of [plain, hiding]) {
      await taken(people.get('dcc') as Person, [['forecast-return', 'modification/79', { assessment: '79/PA/1', day: '2019-10-30' }]])
      await taken(people.get('panel') as Person, [
        ['put-on-hold', 'modification/46', { condition: 'MP079 is agreed', review: '2019-11-01' }],
      ])
    }
    const paths = [
      ...Object.values(pages).map(({ at }) => at),
      '/sec/MP079',
      '/sec/SECMP0046',
      '/sec/MP084',
      '/sec/reports/change-status/2019-10.json',
    ]
    for (const who of ['public', 'party'])
      for (const path of paths)
        expect(withoutPositions(await asked(hiding, who, path)), `${who} ${path}`).toBe(withoutPositions(await asked(plain, who, path)))
    // The entry that nobody may see has left a gap, and the place of the next says so: that much cannot be helped.
    expect((await asked(hiding, 'public', '/sec/')).match(/up to entry (\d+)/)?.[1]).toBe(`${hidden.last + 2}`)
  }, 120_000)

  it('sees the same an hour and a minute before the embargo ends, and all of it from then on, without anybody doing anything', async () => {
    for (const minutes of [7 * 60 - 30, 59]) {
      pass(minutes)
      for (const path of [
        '/sec/',
        '/sec/MP084',
        '/sec/DP088',
        '/sec/register',
        '/sec/register.csv',
        '/sec/reports/change-status/2019-10.txt',
      ])
        for (const who of ['public', 'party', 'authority'])
          expect(withoutPositions(await asked(hiding, who, path)), `${who} ${path}`).toBe(withoutPositions(await asked(plain, who, path)))
    }
    pass(1)
    expect(await asked(hiding, 'public', '/sec/MP084')).not.toBe(await asked(plain, 'public', '/sec/MP084'))
    const page = await hiding.site.open('/sec/DP088')
    expect([page.status, page.heading]).toEqual([200, 'DP088 Quelled zinnias'])
    expect((await hiding.site.open('/sec/MP084')).text).toContain('November 2019')
    // What is classed stays hidden.
    for (const who of readers) expect((await readPage(await get(hiding, who, '/sec/MP079'))).text).not.toContain('9,876,543')
    expect((await hiding.administrator.open('/sec/MP079')).text).toContain('9,876,543')
  })
})

/** One subject of each kind that both registers know. */
const known: Readonly<Record<string, string>> = {
  meeting: 'panel-2019-10-11',
  release: '2019-11',
  body: 'panel',
  organisation: 'northern-powergrid',
  version: '5.23',
  rule: 'mrc-length',
}

/** What is done in a ballot; the one on SECMP0053 is open, and votes are cast in it. */
const ofBallot: ReadonlySet<string> = new Set(Object.keys(ballotRules))

/** What forms are filled in with, as far as they ask for it. */
const filledIn: Readonly<Record<string, unknown>> = {
  outcome: 'approve',
  title: 'Quelled zinnias',
  proposer: 'organisation/northern-powergrid',
  issue: 'The same.',
  assessment: '79/PA/1',
  question: '1',
  day: '2019-10-30',
  review: '2019-10-30',
  text: 'Text.',
  why: 'Why.',
  release: 'release/2019-11',
  path: 'self-governance',
  seat: 'network-1',
  vote: 'against',
  votes: ['network-1: against'],
  reading: 'counts',
}
