/** A mistake at the terminal: the message is all there is to show. */
export class CliError extends Error {
  override readonly name = 'CliError'
}
