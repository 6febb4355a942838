import { randomUUID } from 'node:crypto'
import { AppError } from '@visavis/shared/errors'
import { ID_PREFIXES } from '@visavis/shared/ids'
import * as z from 'zod'
import type { SealedColumn } from '../../storage/crypto/sealed-column.ts'
import type { IdempotencyDeps } from './deps.ts'
import type { IdempotencyClaim, IdempotencyKey } from './idempotency-keys-repo.ts'

/** How long an answer is kept. */
const IDEMPOTENCY_LIFETIME_MS = 24 * 60 * 60 * 1000
/** Longer than any request may run; after it, a run that left no answer counts as dead. */
const IDEMPOTENCY_LEASE_MS = 60_000
/** A key can vanish between a failed claim and the look at it; more often than this it does not. */
const MAX_ROUNDS = 3

const answerSchema = z.object({
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
})
export type Answer = z.infer<typeof answerSchema>

interface RunOnceInput {
  tenantId: string
  /** SHA-256 of the key. */
  keyHash: Uint8Array
  /** SHA-256 over what the request asks for. */
  fingerprint: Uint8Array
}

type RunOnceDeps = Pick<IdempotencyDeps, 'database' | 'sealer' | 'now' | 'log'>

/**
 * Runs a request at most once for its key and gives every repetition the first answer. Answers of 423, 429 and of
 * 500 and above are not kept: the next repetition runs again. So does one that comes when a run left no answer within a minute,
 * which only a process that died does; what that process had committed by then is not undone, so a second object can
 * be the result. The answers are sealed: they may hold a key or the token of a link.
 * @throws AppError IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_USE
 */
export const runOnce = async (
  deps: RunOnceDeps,
  input: RunOnceInput,
  run: () => Promise<Answer>,
): Promise<{ answer: Answer; isReplayed: boolean }> => {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const now = deps.now()
    const claim: IdempotencyClaim = {
      ...input,
      owner: randomUUID(),
      leasedUntil: new Date(now.getTime() + IDEMPOTENCY_LEASE_MS),
      expiresOn: new Date(now.getTime() + IDEMPOTENCY_LIFETIME_MS),
    }
    if (await deps.database.idempotencyKeys.claim(claim, now)) {
      return { answer: await runClaimed(deps, claim, run), isReplayed: false }
    }
    const kept = await deps.database.idempotencyKeys.get(input.tenantId, input.keyHash)
    if (kept) return { answer: replay(deps, kept, input), isReplayed: true }
  }
  throw new AppError('IDEMPOTENCY_KEY_IN_USE')
}

/** Locked, too many: both end by themselves (RFC 4918 §11.3, RFC 6585 §4). */
const PASSING = [423, 429]

/** What was asked for was not even begun, or may succeed the next time. */
const isPassing = ({ status }: Answer): boolean => status >= 500 || PASSING.includes(status)

const runClaimed = async (
  { database, sealer, log }: RunOnceDeps,
  claim: IdempotencyClaim,
  run: () => Promise<Answer>,
): Promise<Answer> => {
  const answer = await run().catch(async (failure: unknown) => {
    await database.idempotencyKeys.release(claim)
    throw failure
  })
  try {
    if (isPassing(answer)) {
      await database.idempotencyKeys.release(claim)
    } else {
      const answerSealed = sealer.seal(Buffer.from(JSON.stringify(answer)), toContext(claim))
      await database.idempotencyKeys.complete(claim, { answerSealed, mentions: findIds(answer.body) })
    }
  } catch (cause) {
    // What was asked for is done: the caller gets the answer, even if a repetition will not.
    log.error({ err: cause }, 'an answer could not be kept for its idempotency key')
  }
  return answer
}

const replay = ({ sealer }: RunOnceDeps, kept: IdempotencyKey, { fingerprint }: RunOnceInput): Answer => {
  if (Buffer.compare(kept.fingerprint, fingerprint) !== 0) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  if (!kept.answerSealed) throw new AppError('IDEMPOTENCY_KEY_IN_USE')
  const plain = sealer.open(kept.answerSealed, toContext(kept))
  return answerSchema.parse(JSON.parse(Buffer.from(plain).toString('utf8')))
}

const toContext = ({ tenantId, keyHash }: Pick<IdempotencyKey, 'tenantId' | 'keyHash'>): string =>
  `idempotency:${tenantId}:${Buffer.from(keyHash).toString('hex')}`

export const ANSWER_COLUMN: SealedColumn = {
  what: 'kept answers',
  table: 'idempotencyKeys',
  column: 'answerSealed',
  key: ['tenantId', 'keyHash'],
  toContext,
}

const ANY_ID = new RegExp(`(?:${Object.values(ID_PREFIXES).join('|')})[a-z2-7]{26}`, 'g')

const findIds = (text: string): string[] => [...new Set(text.match(ANY_ID) ?? [])]
