/** A path of this site as asked, with its query; the first page for anything else: another host, a way up, what a browser reads as either. */
export function ownPath(asked: unknown): string {
  const path = typeof asked === 'string' ? asked : ''
  return path.length <= 2_000 && /^\/sec\/(?:[\w-][\w.-]*(?:\/[\w-][\w.-]*)*\/?)?(?:\?[\w\-.~%&=+*!,:;@/]*)?$/.test(path) ? path : '/sec/'
}

/** Where a sign-in leads: back to where the reader was; from the first page, to his own. */
export function afterSignIn(asked: unknown): string {
  const path = ownPath(asked)
  return path === '/sec/' ? '/sec/mine' : path
}
