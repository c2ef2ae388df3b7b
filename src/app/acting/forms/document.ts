import type { ListDocument } from '../../../domain/document/acts.ts'
import { documentKinds } from '../../../domain/document/document.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, file, inside, line, subject } from '../fields.ts'
import { classes } from '../recorded-fields.ts'

export const documentForms: Forms<ListDocument> = {
  ListDocument: {
    title: 'Attach a document',
    verb: 'attach-document',
    on: 'modification',
    onAny: true,
    about: 'Its file is kept here, for whom its class says. Without a file it is listed, as a document that is published elsewhere.',
    schema: fields({
      title: line({ label: 'Title' }),
      file: file({ label: 'File', hint: 'A PDF, Word, Excel, PNG, JPEG, CSV or text file of at most 20 MB' }).exactOptional(),
      classification: choice(classes, { label: 'Who may read the file' }).exactOptional(),
      documentKind: choice(documentKinds, { label: 'Kind' }).exactOptional(),
      version: line({ label: 'Version', hint: 'As its authors number it, such as 0.2' }).exactOptional(),
      of: subject('its documents', ['document'], {
        label: 'A new version of',
        hint: 'The earlier versions are kept, each for its own readers',
      }).exactOptional(),
      part: inside('its parts', { label: 'Belongs to', hint: 'One of its consultations, assessments or solutions' }).exactOptional(),
      address: line({ label: 'Where it is published', hint: 'Without a file only: an address beginning with https://' }).exactOptional(),
    }),
  },
}
