/** An answer as one text, byte for byte: its status, its headers that tell of what it holds, and its body; without what is random in it. */
export async function answerOf(response: Response): Promise<string> {
  const text = await response.text()
  const headers = ['location', 'content-type', 'cache-control', 'x-robots-tag', 'allow', 'vary'].map((name) => response.headers.get(name))
  return withoutChance(`${response.status} ${headers.join(' | ')}\n${text}`)
}

/** Where a position of the log is told. Positions have no gaps, so one that is hidden moves those after it. */
export const withoutPositions = (text: string): string =>
  text.replace(/(entries\/|entry[ -]|Drawn from the first |"known":|"place":)\d+/g, '$1N')

/** What is random in an answer, and nothing else: ids of accounts and keys of forms (UUIDs), salted commitments to
 * texts, and the token of a session's forms. No position of the log, no number and no time. */
const withoutChance = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'a UUID')
    .replace(/\b[0-9a-f]{64}\b/g, 'a commitment')
    .replace(/(name="csrf" value=)"[^"]*"/g, '$1"a token"')
