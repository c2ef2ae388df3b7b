import type { Defined, FigureDefinition } from './definitions.ts'

/** What the assessments update counts of itself, beside the figures of the assessments. */
export const updateFigureIds = ['update.lines', 'update.signed'] as const
export type UpdateFigureId = (typeof updateFigureIds)[number]

const defined: Readonly<Record<UpdateFigureId, Defined>> = {
  'update.lines': {
    unit: 'assessments',
    title: 'Assessments of which the provider writes',
    definition: 'Assessments that the update lists, of which their provider has written a line for its month by the day it is drawn.',
  },
  'update.signed': {
    unit: 'providers',
    title: 'Providers that signed the update off',
    definition: 'Providers of assessments that have signed off what they say of them for the month by the day it is drawn.',
  },
}

export const isUpdateFigure = (id: string): id is UpdateFigureId => Object.hasOwn(defined, id)

export const updateDefinition = (id: UpdateFigureId): FigureDefinition => ({ id, v: 1, ...defined[id] })
