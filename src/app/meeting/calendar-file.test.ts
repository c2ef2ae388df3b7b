import { describe, expect, it } from 'vitest'
import { october, registersOf, sampleLog } from '../../../test/support/sample-register.ts'
import { plansIn, readCalendar } from './calendar-file.ts'

const register = registersOf(await sampleLog(october))(october)
const said = (text: string, body?: 'body/panel') =>
  readCalendar(text, register, body).map((line) =>
    'plans' in line
      ? `${line.where}: plans ${line.meeting}${line.look ? ` (${line.look})` : ''}`
      : 'already' in line
        ? `${line.where}: ${line.already}`
        : `${line.where}: ${line.problem}`,
  )

const calendar = (...events: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:test',
    ...events.flatMap((event) => ['BEGIN:VEVENT', event, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')

describe('a year of meetings in a file', () => {
  it('is read line by line, whatever way days and bodies are written', () => {
    expect(
      said('Body,Date,Number\nSEC Panel,2019-11-08,74\nChange Board,20/11/2019,\ntabasc,19 December 2019,49\n\nPanel,25 December 2019,'),
    ).toEqual([
      'line 2: plans SEC Panel, 8 November 2019',
      'line 3: plans Change Board, 20 November 2019',
      'line 4: plans Technical Architecture and Business Architecture Sub-Committee, 19 December 2019',
      'line 6: plans SEC Panel, 25 December 2019 (25 December 2019, a Wednesday, is no Working Day)',
    ])
  })

  it('says of each line that it cannot read what was expected and what came', () => {
    const [day, body, number] = said('body;day;number\nSEC Panel;2019-02-30;\nParish Council;2019-11-08;\nSEC Panel;2019-11-08;soon')
    expect(day).toBe('line 2: day: expected a day of the calendar like 2019-10-04, and "2019-02-30" was given: correct it in the file')
    expect(body).toMatch(/^line 3: expected a body such as .*, and “Parish Council” came: correct it, or establish the body first$/)
    expect(number).toContain('line 4: number: expected a whole number, 1 or more')
    expect(said('when,what\n2019-11-08,Panel')).toEqual([
      'line 1: expected the names of the columns (body, day and, where it is told, number), and “when, what” came: write them in the first line',
    ])
  })

  it('plans nothing that is planned already, in the register or above in the file', () => {
    expect(said('body,day\nSEC Panel,2019-10-11\nSEC Panel,2019-11-08\npanel,8/11/2019')).toEqual([
      'line 2: SEC Panel, 11 October 2019 is planned already',
      'line 3: plans SEC Panel, 8 November 2019',
      'line 4: SEC Panel, 8 November 2019 is line 3 already',
    ])
  })

  it('takes the body that is chosen where no line names one, and never another', () => {
    expect(said('day\n2019-11-08', 'body/panel')).toEqual(['line 2: plans SEC Panel, 8 November 2019'])
    expect(said('body,day\nParish Council,2019-11-08', 'body/panel')[0]).toContain('“Parish Council” came')
  })

  it('reads iCalendar: the body and the number from the summary, the day in London, a series as its meetings', () => {
    const text = calendar(
      'SUMMARY:SEC Panel meeting 74\r\nDTSTART;VALUE=DATE:20191108',
      // Half past midnight in London, which is on summer time.
      'SUMMARY:Change Board\r\nDTSTART:20200618T233000Z',
      'SUMMARY:TABASC #49\r\nDTSTART;VALUE=DATE:20191121\r\nRRULE:FREQ=WEEKLY;COUNT=2',
      'SUMMARY:Team lunch\r\nDTSTART;VALUE=DATE:20191122',
    )
    const lines = readCalendar(text, register)
    expect(plansIn(lines)).toMatchObject([
      { act: 'PlanMeeting', body: 'body/panel', day: '2019-11-08', number: 74 },
      { act: 'PlanMeeting', body: 'body/change-board', day: '2020-06-19' },
      { act: 'PlanMeeting', body: 'body/tabasc', day: '2019-11-21', number: 49 },
      { act: 'PlanMeeting', body: 'body/tabasc', day: '2019-11-28', number: 49 },
    ])
    expect(said(text).at(-1)).toContain('event 4: expected a body such as')
    expect(said('BEGIN:VCALENDAR\r\nnonsense')[0]).toMatch(/^the file: it is no iCalendar/)
  })
})
