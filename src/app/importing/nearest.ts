/** The known word that was probably meant: at most a third of its letters differ, in any case; undefined where none is near. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const ranked = known.map((word) => ({ word, steps: steps(written.toLowerCase(), word.toLowerCase()) })).sort((a, b) => a.steps - b.steps)
  const [best] = ranked
  return best && best.steps <= Math.ceil(best.word.length / 3) ? best.word : undefined
}

/** How many letters must be put in, taken out or changed to come from one word to the other (Levenshtein). */
function steps(from: string, to: string): number {
  let before = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1]
    for (let column = 1; column <= to.length; column++) {
      const changed = (before[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1)
      line.push(Math.min(changed, (before[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1))
    }
    before = line
  }
  return before[to.length] ?? 0
}
