const TOKEN =
  /(?<mark>[{}[\],:])|(?<text>"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?<scalar>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y
const SPACE = /[ \t\r\n]*/y

/** Where a text stops being JSON: the line and what was expected there. The engine's own message often tells no place. */
export type JsonFault = { readonly line: number; readonly column: number; readonly expected: string; readonly got: string }

class Fault extends Error {
  readonly expected: string

  constructor(expected: string) {
    super(expected)
    this.expected = expected
  }
}

/** The first fault of a text that `JSON.parse` refused; undefined where none is found. */
export function jsonFault(json: string): JsonFault | undefined {
  const reader = readerOf(json)
  try {
    readValue(reader, 'a value')
    if (reader.peek() !== '') throw new Fault('nothing after the end')
    return undefined
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    const before = json.slice(0, reader.at()).split('\n')
    const got = /^\S{1,20}/.exec(json.slice(reader.at()))?.[0] ?? 'the end of the file'
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, expected: fault.expected, got }
  }
}

type Reader = { readonly peek: () => string; readonly skip: () => void; readonly at: () => number }

/** Reads token by token; '' stands for the end, '?' for what is no token of JSON. */
function readerOf(json: string): Reader {
  let at = 0
  let token = ''
  const advance = () => {
    SPACE.lastIndex = at + (token === '?' ? 0 : token.length)
    SPACE.exec(json)
    at = SPACE.lastIndex
    TOKEN.lastIndex = at
    token = TOKEN.exec(json)?.[0] ?? (at === json.length ? '' : '?')
  }
  advance()
  return { peek: () => token, skip: advance, at: () => at }
}

function readValue(reader: Reader, expected: string): void {
  const token = reader.peek()
  if (token === '{') readItems(reader, '}', 'a key in double quotes', readMember)
  else if (token === '[') readItems(reader, ']', 'a value', readValue)
  else if (token === '' || '}],:?'.includes(token)) throw new Fault(expected)
  else reader.skip()
}

function readMember(reader: Reader, expected: string): void {
  if (!reader.peek().startsWith('"')) throw new Fault(expected)
  reader.skip()
  take(reader, ':', 'a colon')
  readValue(reader, 'a value')
}

function readItems(reader: Reader, end: '}' | ']', expected: string, readItem: (reader: Reader, expected: string) => void): void {
  reader.skip()
  let first = true
  while (!(first && reader.peek() === end)) {
    first = false
    readItem(reader, expected)
    if (reader.peek() === end) break
    take(reader, ',', `a comma or ${end}`)
  }
  reader.skip()
}

function take(reader: Reader, mark: string, expected: string): void {
  if (reader.peek() !== mark) throw new Fault(expected)
  reader.skip()
}
