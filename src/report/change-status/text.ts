import { heading } from '../paper/layout.ts'
import { paperText } from '../paper/text.ts'
import type { ChangeStatusModel } from './model.ts'
import { changeStatusPaper } from './paper.ts'
import type { Links, TextOf } from './rendering.ts'

/** The report as plain text in the paper's form, at most 100 columns; addresses are listed at its end where they are given. */
export function changeStatusText(model: ChangeStatusModel, texts: TextOf, links?: Links): string {
  const text = paperText(changeStatusPaper(model, texts, links ?? nowhere))
  return links ? `${text}\n\n${linksText(model, links)}\n` : text
}

const nowhere: Links = { subject: () => undefined, register: '' }

function linksText(model: ChangeStatusModel, links: Links): string {
  const addresses = model.named.flatMap(({ subject, label }) => {
    const address = links.subject(subject)
    return address ? [`  ${label}: ${address}`] : []
  })
  return `${heading('Links', '=')}\n\n${[`  Modification Register: ${links.register}`, ...addresses].join('\n')}`
}
