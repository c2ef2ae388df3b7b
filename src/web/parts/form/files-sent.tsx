import type { FieldProblem, WrittenFiles } from '../../../app/acting/read-act.ts'
import type { PageContext } from '../../context.ts'

/** The names of files that were sent, and where they are kept for the next time. */
export type FilesAgain = { readonly held: string | undefined; readonly names: string }

/** Those that were not right are not kept. */
export function filesAgain(
  { var: { account, site } }: PageContext,
  files: WrittenFiles = {},
  problems: readonly FieldProblem[] = [],
): FilesAgain {
  const right = Object.entries(files).filter(([field]) => !problems.some((each) => each.field === field))
  const held = account && site.heldFiles.hold(account.id, Object.fromEntries(right))
  const sent = held === undefined ? Object.entries(files) : right
  return { held, names: sent.map(([, { name }]) => name).join(', ') }
}

/** The files that were sent with it, which go with it again or are chosen again. */
export function FilesSent({ held, names }: FilesAgain) {
  if (names === '') return null
  if (held === undefined) return <p class="govuk-inset-text">Choose the file again: {names}.</p>
  return (
    <>
      <input type="hidden" name="held" value={held} />
      <p class="govuk-inset-text">{names} goes with it. Choose another file to send that one instead.</p>
    </>
  )
}
