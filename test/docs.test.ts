import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rows } from '../codes/sec/pack/rulebook.ts'
import { words } from '../codes/sec/pack/words.ts'
import { parseFactFile } from '../src/app/importing/fact-file.ts'
import { calendarDate } from '../src/domain/calendar/calendar-date.ts'
import { figureDefinitions } from '../src/report/figures/definitions.ts'
import { type Cli, openCli } from './support/cli.ts'
import { openTestSite, type TestSite } from './support/site.ts'
import { root } from './support/started.ts'

/** What is written for people is true of the program: links, files, commands with their output, the glossary. */

const notOurs = ['node_modules', 'dist', 'data', 'coverage', '.git']
const files = filesIn(root).map((file) => relative(root, file))
const pages = files.filter((file) => file.endsWith('.md')).sort()
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

describe.each(pages)('%s', (page) => {
  const text = read(page)

  it('links to what is there', () => {
    expect(linksIn(text).filter((link) => !leadsSomewhere(page, link))).toEqual([])
  })

  it('names files that are there', () => {
    expect(pathsIn(text).filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('has JSON that can be read, and fact files that can be imported', () => {
    for (const { body } of fences(text, 'json')) {
      const json = JSON.parse(body)
      if ('facts' in json) expect(parseFactFile(page, body)).not.toHaveProperty('refused')
    }
  })
})

describe.each(pages.filter((page) => commandsIn(read(page)).length > 0))('the commands of %s', (page) => {
  let cli: Cli
  beforeAll(async () => {
    cli = openCli()
    await cli.run('list')
  }, 60_000)
  afterAll(() => cli.close())

  // In the order of the page: what moves the clock comes before what is seen then.
  it.each(commandsIn(read(page)))('./codicil $line', async ({ words: typed, prints }) => {
    const { code, stdout, stderr } = await cli.run(...typed)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    if (prints !== undefined) expect(stdout).toMatch(patternOf(prints))
  })
})

describe('the pages that README.md opens', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await openTestSite(calendarDate('2019-11-29'))
  }, 60_000)
  afterAll(() => site.close())

  it.each(addressesIn(read('README.md')))('%s', async (address) => {
    expect((await site.open(address)).status).toBe(200)
  })
})

describe('ARCHITECTURE.md', () => {
  it('shows the folders as they are', () => {
    const named = fences(read('ARCHITECTURE.md'), 'text').flatMap(({ body }) => pathsOfTree(body))
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

describe('docs/glossary.md', () => {
  const cells = read('docs/glossary.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))

  it('lists every figure as it is defined, and no other', () => {
    const defined = figureDefinitions(Object.keys(words.assessmentKinds))
    const listed = cells.slice(cells.findIndex(([, first]) => first === 'figure') + 1)
    expect(listed.map((row) => row.slice(1, 5))).toEqual(
      defined.map(({ id, v, unit, definition }) => [`\`${id}\``, String(v), unit, definition]),
    )
  })

  it('has every term of the Code, with the meaning that the site gives it', () => {
    for (const { term, meaning } of words.glossary)
      expect(cells.map(([, first, second]) => [first, second])).toContainEqual([term, meaning])
  })

  it('names types that are in the files beside them, and rows of the rulebook', () => {
    const known = new Set(rows.map(({ id }) => id))
    const wrong = cells.flatMap(([, word, , type = '', file = '', clause = '']) => {
      const [, path] = /\]\(\.\.\/([^)]+)\)/.exec(file) ?? []
      const source = path === undefined ? '' : read(path)
      const types = path === undefined ? [] : codesIn(type).filter((name) => /^\w+$/.test(name) && !source.includes(name))
      return [...types, ...codesIn(clause).filter((row) => !known.has(row))].map((name) => `${word}: ${name}`)
    })
    expect(wrong).toEqual([])
  })
})

describe('every file', () => {
  const banned = {
    'a path of one machine': /(?<![\w.~-])\/(?:work|root|tmp|home\/\w+|Users\/\w+)\//,
    'how it was made': /\b(?:this|that|next|previous|earlier|later|last|work(?:ing)?) sessions?\b|\bhelpers?\b|\bissue #?\d/i,
    'a host of packages': /\b(?:registry\.\w|npmjs\.(?:com|org)|yarnpkg\.com|pypi\.org|pythonhosted\.org)/i,
  }

  it.each(Object.entries(banned))('is free of %s', (_, pattern) => {
    const found = files.filter((file) => extname(file) !== '.png').flatMap((file) => linesWith(pattern, file))
    expect(found).toEqual([])
  })

  it('would be caught', () => {
    for (const line of [['', 'work', 'main', 'a.ts'].join('/'), 'an old help'.concat('er'), 'https://registry'.concat('.example.org')])
      expect(Object.values(banned).some((pattern) => pattern.test(line))).toBe(true)
  })
})

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : []
  })
}

function linesWith(pattern: RegExp, file: string): readonly string[] {
  return read(file)
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : []))
}

type Fence = { readonly language: string; readonly body: string }

/** Fenced blocks, also those inside a list. */
function fences(text: string, ...languages: readonly string[]): readonly Fence[] {
  return [...text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)]
    .map(([, indent = '', language = '', body = '']) => ({ language, body: body.replace(new RegExp(`^${indent}`, 'gm'), '') }))
    .filter(({ language }) => languages.includes(language))
}

function prose(text: string): string {
  return text.replace(/^( *)```[\s\S]*?^\1```$/gm, '')
}

function linksIn(text: string): readonly string[] {
  return [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
}

/** Paths of our own site, at the address where `npm start` serves it. */
function addressesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/http:\/\/localhost:8080(\/[^\s)>`]*)/g)].map(([, path = '']) => path))]
}

/** Addresses of the web are not asked. */
function leadsSomewhere(page: string, link: string): boolean {
  if (/^https?:/.test(link)) return true
  const [path = '', fragment] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(join(root, target))) return false
  return fragment === undefined || headings(read(target)).includes(fragment)
}

function headings(text: string): readonly string[] {
  return [...prose(text).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}

/** Paths in code type that begin with a folder of ours; a pattern of names ('0002-…') is none. */
function pathsIn(text: string): readonly string[] {
  const ours = /^(?:src|codes|test|docs|scripts|tools|bench)\/[\w./-]+$/
  return codesIn(prose(text)).filter((code) => ours.test(code))
}

/** What stands in code type, without spaces. */
function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\s]+)`/g)].map(([, code = '']) => code)
}

/** A drawing of folders: two spaces for each level, several names in a line, then what they hold. */
function pathsOfTree(drawing: string): readonly string[] {
  const parents: string[] = []
  return drawing.split('\n').flatMap((line) => {
    const level = (line.length - line.trimStart().length) / 2
    const cells = line.trim().split(/\s{2,}/)
    const end = cells.findIndex((cell) => !/^[\w.-]+(?:\/[\w.-]+)*\/?$/.test(cell) || !/[./]|^codicil$/.test(cell))
    const names = end === -1 ? cells : cells.slice(0, end)
    parents[level] = names[0] ?? ''
    return names.map((name) => join(...parents.slice(0, level), name))
  })
}

type Typed = { readonly line: string; readonly words: readonly string[]; readonly prints?: string }

/** Lines `./codicil …` of `sh` blocks, and of `console` blocks with what they print. */
function commandsIn(text: string): readonly Typed[] {
  return fences(text, 'sh', 'console').flatMap(({ language, body }) => {
    if (language === 'sh') return [...body.matchAll(/^\.\/codicil (.*)$/gm)].map(([, line = '']) => ({ line, words: wordsOf(line) }))
    return body.split(/^\$ /m).flatMap((typed) => {
      const [, line, prints = ''] = /^\.\/codicil (.*)\n([\s\S]*)$/.exec(typed) ?? []
      return line === undefined ? [] : [{ line, words: wordsOf(line), prints }]
    })
  })
}

function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare)
}

/** The printed output; a line '…' stands for any lines, '…' in a line for anything in it. */
function patternOf(prints: string): RegExp {
  const lines = prints.trimEnd().split('\n')
  const escaped = lines.map((line) => (line === '…' ? '(?:.*\\n)*?' : `${RegExp.escape(line).replaceAll('…', '.*')}\\n`))
  return new RegExp(`^${escaped.join('')}$`)
}
