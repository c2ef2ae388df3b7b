import { z } from 'zod'
import { documentKinds, mediaTypes } from '../../../domain/document/document.ts'
import { checkedFile } from '../../files/content.ts'
import { count, label, strict, subject, word } from '../field-schemas.ts'
import { told } from './told.ts'

type Words<T extends object> = [keyof T & string, ...(keyof T & string)[]]

const base64 = z.base64({ error: 'the bytes of a file in base64' })

export const documentSchemas = {
  DocumentFiled: told('DocumentFiled', {
    about: subject(),
    part: label.exactOptional(),
    title: label,
    documentKind: word(...(Object.keys(documentKinds) as Words<typeof documentKinds>)),
    version: label.exactOptional(),
    name: label,
    mediaType: word(...(Object.keys(mediaTypes) as Words<typeof mediaTypes>)),
    size: count(1),
    bytes: strict({ base64 }),
  }).superRefine(({ name, mediaType, size, bytes }, context) => {
    const checked = checkedFile(name, Buffer.from(bytes.base64, 'base64'))
    if ('wrong' in checked) context.addIssue({ code: 'custom', path: ['bytes'], message: `a file that may be kept (${checked.wrong})` })
    else if (checked.mediaType !== mediaType || checked.size !== size)
      context.addIssue({ code: 'custom', path: ['mediaType'], message: `${checked.mediaType}, of ${checked.size} bytes, as the file is` })
  }),
}
