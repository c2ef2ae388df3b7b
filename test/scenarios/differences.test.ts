import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishedPaper } from '../../src/app/publishing/published.ts'
import { differencesNow } from '../../src/app/publishing/today.ts'
import { find } from '../../src/domain/register.ts'
import { act, administrator, openProcess, type Process } from '../support/process.ts'
import { publish } from '../support/publish.ts'

/** After the report of October 2019 was published, an assessment's day and a title are corrected. */

const subject = 'modification/7'
let process: Process
beforeAll(async () => {
  process = await openProcess()
  await publish(process.app, '2019-10')
}, 60_000)
afterAll(() => process.close())

async function differences() {
  const { register, stamp } = await process.app.present()
  const publication = find(register, 'publication', 'change-status-2019-10')
  if (!publication?.state.published) throw new Error('it is not published')
  const published = await publishedPaper(process.app, publication, publication.state.published)
  return differencesNow(process.app, published, { day: stamp.day, moment: stamp.moment })
}

/** The place of what tells of an assessment of SECMP0007. */
async function placeOf(type: string, assessment: string): Promise<number> {
  const history = (await process.register()).subjects.get(subject)?.history
  const entry = history?.find(({ event }) => event?.type === type && 'assessment' in event && event.assessment === assessment)
  return entry?.place ?? 0
}

describe('what of a published report would differ today', () => {
  it('is nothing before anything is recorded', async () => {
    expect(await differences()).toEqual({ figures: [], rows: [] })
  })

  it('is each cell of a row that a correction changes, with both values and the entry, where no figure changes', async () => {
    // The paper: SECMP0007, IA, accepted 30 Jul 19, 45 WD; (45 + 65) / 2 = 55 as (44 + 65) / 2 = 54.5 is, rounded.
    const place = await placeOf('AssessmentAccepted', '7/IA/1')
    const event = {
      type: 'AssessmentAccepted',
      assessment: '7/IA/1',
      assessmentKind: 'IA',
      provider: 'organisation/dcc',
      targetWorkingDays: 40,
    }
    const { entries } = await process.done(
      administrator,
      act('correct', subject, { place, event, day: '2019-07-31', why: 'The letter of acceptance is dated 31 July.' }),
    )
    const { figures, rows } = await differences()
    expect(figures).toEqual([])
    const row = { table: 'Open Assessments', row: 'SECMP0007 IA', subject, because: [{ position: entries[0]?.position }] }
    expect(rows.map(({ because, ...cell }) => ({ ...cell, because: because.map(({ position }) => ({ position })) }))).toMatchObject([
      { ...row, column: 'Accepted', published: '30 Jul 19', today: '31 Jul 19' },
      { ...row, column: 'Current duration', published: '45 WD', today: '44 WD' },
      { ...row, column: 'WD*', published: '44 WD', today: '43 WD' },
      { ...row, column: 'WD**', published: '43 WD', today: '42 WD' },
    ])
  })

  it('is a whole row where it would be another table’s', async () => {
    const mail = { on: '2019-09-27', receivedOn: '2019-09-27', by: 'organisation/dcc', source: 'E-mail of 27 September 2019' }
    await process.done(administrator, act('return-assessment', subject, { assessment: '7/IA/1' }, mail))
    const { rows, figures } = await differences()
    expect(figures.map(({ id }) => id)).toContain('assessment.IA.open')
    expect(rows.map(({ table, row, published, today }) => [table, row, published, today])).toEqual(
      expect.arrayContaining([
        ['Open Assessments', 'SECMP0007 IA', 'SECMP0007, IA, 30 Jul 19, 40 WD, 45 WD, 44 WD, 43 WD, no', undefined],
        [
          'Assessments completed during 2019/20',
          'SECMP0007 IA',
          undefined,
          expect.stringMatching(/^SECMP0007, IA, 27 Sep 19, 40 WD, 43 WD/),
        ],
      ]),
    )
  })
})
