/** `{identifier, message}`; answers of 401, 402 and 403 have no identifier (*Error messages*). */
export class IdenfyError extends Error {
  override readonly name = 'IdenfyError'
  readonly status: number
  readonly identifier: string | undefined

  constructor(status: number, message: string, identifier?: string) {
    super(message)
    this.status = status
    this.identifier = identifier
  }
}
