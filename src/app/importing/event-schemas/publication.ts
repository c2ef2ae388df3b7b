import { z } from 'zod'
import { classifications } from '../../../domain/entry.ts'
import { paperSections, publicationKinds } from '../../../domain/publication/kinds.ts'
import { count, day, label, moment, month, number, strict, text, word } from '../field-schemas.ts'
import { told } from './told.ts'

const sentence = label
const list = <S extends z.core.$ZodShape>(shape: S) => z.array(strict(shape), { error: 'a list of objects' })

export const publicationSchemas = {
  PaperDrafted: told('PaperDrafted', { kind: word(...publicationKinds), month, classification: word(...classifications) }),
  SentenceReworded: told('SentenceReworded', { sentence, text }),
  SentenceLeftOut: told('SentenceLeftOut', { sentence }),
  ParagraphAdded: told('ParagraphAdded', { section: word(...paperSections), text }),
  PaperApproved: told('PaperApproved', {}),
  PaperPublished: told('PaperPublished', {
    known: count(1),
    root: label,
    asOf: day,
    at: moment,
    address: label,
    figures: list({ id: label, v: count(1), value: z.union([number, word('unknown')], { error: 'a number, or "unknown"' }) }),
    rules: list({ row: label, place: count(1) }),
    holidays: count(0),
    files: list({ name: label, sha256: label }),
  }),
}
