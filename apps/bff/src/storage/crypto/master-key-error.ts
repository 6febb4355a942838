/** The operator's key is none, or none that opens what this database holds. */
export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError'
}
