import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { isRefused } from '../../domain/refusal.ts'
import type { FactFile } from './fact-file.ts'
import { arrivalsBetween, dueBy, readSample } from './sample.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'codicil-sample-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, id: string, day: string): void {
  const facts = [{ subject: 'modification/84', n: 1, on: '2019-09-10', event: { type: 'Raised', as: 'draft' } }]
  const file = { source: { id, title: id, where: 'here' }, arrives: { day, basis: 'printed', why: 'Printed.' }, facts }
  writeFileSync(join(folder, name), JSON.stringify(file))
}

function sample(): readonly FactFile[] {
  const files = readSample(folder)
  if (isRefused(files)) throw new Error(files.refused)
  return files
}

const ids = (files: readonly FactFile[]) => files.map(({ source }) => source.id)

describe('a sample', () => {
  it('is in order of arrival, then of source id, whatever the file names', () => {
    write('a.json', 'letter', '2019-11-01')
    write('b.json', 'paper', '2019-10-04')
    write('c.json', 'minutes', '2019-10-04')
    writeFileSync(join(folder, 'README.md'), 'not a fact file')
    expect(ids(sample())).toEqual(['minutes', 'paper', 'letter'])
  })

  it('tells what is due by a day, and what arrives after one day and up to another', () => {
    write('a.json', 'first', '2019-10-03')
    write('b.json', 'second', '2019-10-04')
    write('c.json', 'third', '2019-11-29')
    const day = calendarDate
    expect(ids(dueBy(sample(), day('2019-10-04')))).toEqual(['first', 'second'])
    expect(ids(arrivalsBetween(sample(), day('2019-10-04'), day('2019-11-29')))).toEqual(['third'])
    expect(ids(arrivalsBetween(sample(), day('2019-10-03'), day('2019-11-28')))).toEqual(['second'])
  })

  it('tells every file that is wrong', () => {
    write('a.json', 'Not An Id', '2019-10-04')
    write('b.json', 'good', '2019-02-30')
    expect(readSample(folder)).toMatchObject({
      refused: expect.stringMatching(/^a\.json, key "source\.id".*\nb\.json, key "arrives\.day".*$/),
    })
  })

  it('refuses a source in two files', () => {
    write('a.json', 'minutes', '2019-10-04')
    write('b.json', 'minutes', '2019-10-05')
    expect(readSample(folder)).toMatchObject({
      refused: 'b.json, key "source.id": expected an id of its own, got "minutes", which a.json has; put one source in one file',
    })
  })

  it('refuses an empty directory, and none', () => {
    expect(readSample(folder)).toMatchObject({
      refused: `${folder}: expected fact files (*.json), got none; name the directory of a sample`,
    })
    expect(readSample(join(folder, 'none'))).toMatchObject({
      refused: expect.stringContaining('expected a directory of fact files, got none'),
    })
  })
})
