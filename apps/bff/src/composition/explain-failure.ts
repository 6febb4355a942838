import { inspect } from 'node:util'
import { MasterKeyError } from '../storage/crypto/master-key-error.ts'
import { DatabaseInUseError } from '../storage/pglite.ts'
import { ConfigError } from './config.ts'

/** Asked before the configuration is read: that may be what is wrong. */
export const isDebugging = ({ LOG_LEVEL }: Record<string, string | undefined>): boolean =>
  LOG_LEVEL === 'debug' || LOG_LEVEL === 'trace'

interface ExplainOptions {
  /** Shows everything there is, stacks too. `undefined`: never does, and does not offer it. */
  isDebug?: boolean
  /** What a failure that nobody foresaw begins with. */
  whatFailed: string
}

/**
 * Why the server does not start, or a command does not work: one sentence with the remedy; what nobody foresaw with its
 * causes, without a stack.
 */
export const explainFailure = (failure: unknown, { isDebug, whatFailed }: ExplainOptions): string => {
  if (isDebug) return inspect(failure)
  if (failure instanceof DatabaseInUseError) return toSentence(failure.message)
  if (failure instanceof ConfigError || failure instanceof MasterKeyError) return failure.message
  const chain = listCauses(failure)
  const known = chain.map(explainDatabase).find((sentence) => sentence !== undefined)
  if (known) return known
  const messages = chain.map(({ message, code }) => message || code).filter(Boolean)
  const sentence = `${whatFailed}: ${messages.join(', because ')}.`
  return isDebug === undefined ? sentence : `${sentence} LOG_LEVEL=debug shows where.`
}

interface Cause {
  code: string
  message: string
}

const listCauses = (failure: unknown): Cause[] => {
  if (!(failure instanceof Error))
    return failure === undefined ? [] : [{ code: '', message: String(failure) }]
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : ''
  return [{ code, message: failure.message }, ...listCauses(failure.cause)]
}

/** Codes of the network (Node, "Common system errors") and of PostgreSQL (its manual, appendix A). */
const DATABASE_FAILURES: readonly (readonly [codes: RegExp, sentence: string])[] = [
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNRESET)$/,
    'does not answer: start it, or correct its host and port',
  ],
  [/^28(000|P01)$/, 'refuses the user or the password: correct them'],
  [/^3D000$/, 'does not exist: create it, or correct its name'],
  [/^42501$/, 'lets this user make no tables: grant them CREATE, or make them its owner'],
  [/^57P03$/, 'is starting or stopping: try again in a moment'],
  [/^53300$/, 'has no connection left: raise its max_connections'],
  [/^53100$/, 'has no room left on its disk: free some'],
]

const explainDatabase = ({ code, message }: Cause): string | undefined => {
  const [, sentence] = DATABASE_FAILURES.find(([codes]) => codes.test(code)) ?? []
  if (sentence) return `The database of DATABASE_URL ${sentence} (${code}).`
  return /timeout exceeded when trying to connect/.test(message)
    ? 'The database of DATABASE_URL does not answer: start it, or correct its host and port (timeout).'
    : undefined
}

const toSentence = (message: string): string => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
