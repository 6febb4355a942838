/** `Idempotency-Key`: the same request again gets the first answer. */

export type { IdempotencyRepositories } from './deps.ts'
export { eraseIdempotentAnswers } from './erase.ts'
export { idempotency } from './idempotency.ts'
export { idempotencyKeysRepo } from './idempotency-keys-repo.ts'
export { ANSWER_COLUMN } from './run-once.ts'
