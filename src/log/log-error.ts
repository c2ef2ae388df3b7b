/** The log cannot be opened, read or written. The message is one line for people: what, where, what to do. */
export class LogError extends Error {
  override readonly name = 'LogError'
}
