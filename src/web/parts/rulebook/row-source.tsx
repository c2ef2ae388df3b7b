/** A row names its source as 'title (where)': a link where that is an address. */
export function RowSource({ source }: { readonly source: string }) {
  const [, title, address] = /^(.*) \((https:[^)]*)\)$/.exec(source) ?? []
  if (!title) return source
  return (
    <a class="govuk-link" href={address} rel="external">
      {title}
    </a>
  )
}
