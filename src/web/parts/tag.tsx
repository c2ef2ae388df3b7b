import type { Impact } from '../../domain/modification/events.ts'
import type { Standing } from '../../domain/modification/modification.ts'
import type { Register } from '../../domain/register.ts'
import { standingWord, wordsOf } from '../../report/words/code-words.ts'

const colours: Record<Standing['stage'], string> = {
  define: 'purple',
  refine: 'blue',
  opine: 'yellow',
  release: 'green',
  ended: 'grey',
  unknown: 'white',
}

/** The stage as a tag: told by its word, never by its colour alone. */
export function StageTag({ register, standing }: { readonly register: Register; readonly standing: Standing }) {
  const word = standingWord(wordsOf(register), standing)
  return <strong class={`govuk-tag app-tag app-tag--${colours[standing.stage]}`}>{word}</strong>
}

const impactColours: Record<Impact, string> = { high: 'over', medium: 'so-far', low: 'grey' }

/** How much it touches somebody: told by its word. */
export function ImpactTag({ impact }: { readonly impact: Impact }) {
  return <strong class={`govuk-tag app-tag app-tag--${impactColours[impact]}`}>{impact} impact</strong>
}
