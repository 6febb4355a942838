import type { AppError } from '@visavis/shared/errors'
import type { Logger } from 'pino'
import { isTestOutage } from '../providers/test-provider.ts'

/**
 * Our own trouble goes to the log with its cause's stack; the sender's mistakes are in the request line already, and an
 * outage that test mode was asked for is none.
 */
export const logError = (log: Logger, error: AppError, requestId: string): void => {
  if (error.status < 500 || isTestOutage(error)) return
  const { cause } = error
  const stack = cause instanceof Error ? cause.stack : undefined
  log.error({ request_id: requestId, code: error.code, stack }, error.message)
}
