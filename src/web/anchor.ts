/** A term as a fragment of an address: 'Working Day (WD)' is `working-day`, 'Path 1: Authority-Led' is `path-1-authority-led`. */
export function anchorOf(term: string): string {
  const name = term.replace(/\s*\(.*\)$/, '')
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** A figure's id as a fragment: `stage.define` is `figure-stage-define`. */
export const figureAnchor = (id: string): string => `figure-${id.replaceAll('.', '-').toLowerCase()}`
