import { AppError } from '@visavis/shared/errors'
import type { WebhooksDeps } from './deps.ts'

const ERROR_CODES = {
  https_required: 'url__https_required',
  address_refused: 'url__address_refused',
  unresolvable: 'url__unresolvable',
} as const

/** @throws AppError REQUEST_INVALID when nothing may be sent to that address */
export const checkWebhookUrl = async (
  { webhooks }: { webhooks: Pick<WebhooksDeps['webhooks'], 'check'> },
  url: string,
): Promise<void> => {
  const answer = await webhooks.check(url)
  if (answer !== 'ok') throw new AppError('REQUEST_INVALID', { errorCodes: [ERROR_CODES[answer]] })
}
