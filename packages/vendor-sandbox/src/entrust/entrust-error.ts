/** `ErrorInfo`. Of its codes two are published; a refusal whose code is not carries `sandbox_unpublished`. */
export class EntrustError extends Error {
  override readonly name = 'EntrustError'
  readonly status: number
  readonly body: { errorCode: string; errorMessage: string; parameters: readonly object[] }

  constructor(status: number, errorMessage: string, errorCode = 'sandbox_unpublished') {
    super(errorMessage)
    this.status = status
    this.body = { errorCode, errorMessage, parameters: [] }
  }
}
