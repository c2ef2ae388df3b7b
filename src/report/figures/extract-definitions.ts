import type { Defined, FigureDefinition } from './definitions.ts'

/** The rows of the extract's first table, each of a figure of the report: `refine` of `stage.refine`. */
export const extractStages = ['define', 'refine', 'opine', 'release', 'release.standalone'] as const
export type ExtractStage = (typeof extractStages)[number]
export type ExtractMeasure = 'listed' | 'changed' | 'firstListed'
export type ExtractFigureId = `extract.${ExtractStage}.${ExtractMeasure}`

const names: Readonly<Record<ExtractStage, string>> = {
  define: 'Proposals in Define',
  refine: 'Proposals in Refine',
  opine: 'Proposals in Opine',
  release: 'Proposals in Release',
  'release.standalone': 'Proposals in Release, standalone',
}

const measures: Readonly<Record<ExtractMeasure, (name: string) => Omit<Defined, 'unit'>>> = {
  listed: (name) => ({
    title: `${name}: listed`,
    definition: `Those counted in “${name}” that the extract names; one that a source only counts is in no list.`,
  }),
  changed: (name) => ({
    title: `${name}: changed`,
    definition: `Those counted in “${name}” that the extract names and to which something was done in the window.`,
  }),
  firstListed: (name) => ({
    title: `${name}: first listed`,
    definition: `Those counted in “${name}” that the extract names and of which a source only tells in the window for the first time, or where they stand now, and none when that came about; that is no change.`,
  }),
}

export const extractMeasures = Object.keys(measures) as readonly ExtractMeasure[]

export const extractFigureIds: readonly ExtractFigureId[] = extractStages.flatMap((stage) =>
  extractMeasures.map((measure) => `extract.${stage}.${measure}` as const),
)

export const isExtractFigure = (id: string): id is ExtractFigureId => (extractFigureIds as readonly string[]).includes(id)

export function extractDefinition(id: ExtractFigureId): FigureDefinition {
  const measure = id.slice(id.lastIndexOf('.') + 1) as ExtractMeasure
  const stage = id.slice('extract.'.length, id.lastIndexOf('.')) as ExtractStage
  return { id, v: 1, unit: 'modifications', ...measures[measure](names[stage]) }
}
