import { PaperPage } from '../paper/html.tsx'
import type { ChangeStatusModel } from './model.ts'
import { changeStatusPaper } from './paper.ts'
import type { Links, TextOf } from './rendering.ts'

type Props = { readonly model: ChangeStatusModel; readonly texts: TextOf; readonly links: Links }

/** The report as a fragment for the main part of a page. */
export const ChangeStatusReport = ({ model, texts, links }: Props) => <PaperPage paper={changeStatusPaper(model, texts, links)} />
