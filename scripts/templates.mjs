// Makes the templates of papers anew from what they say, codes/sec/pack/templates/texts.ts. `npm run templates`.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { templateTexts } from '../codes/sec/pack/templates/texts.ts'
import { templateFile } from './template-file.mjs'

for (const [id, text] of Object.entries(templateTexts)) {
  writeFileSync(fileURLToPath(new URL(`../codes/sec/pack/templates/${id}.docx`, import.meta.url)), await templateFile(text))
}
