import { toWebhookHeaders } from '../../features/webhooks/index.ts'
import type { ListedEvent } from './follow-events.ts'

const TIMEOUT_MS = 10_000

interface ForwardOptions {
  to: string
  /** `whsec_…` */
  secret: string
  signal: AbortSignal
  now: () => Date
}

/** As a webhook comes, once. @returns what came of it, for the terminal */
export const forwardEvent = async (event: ListedEvent, options: ForwardOptions): Promise<string> => {
  const { to, secret, signal, now } = options
  const body = JSON.stringify(event)
  try {
    const answer = await fetch(to, {
      method: 'POST',
      headers: toWebhookHeaders({ secret, eventId: event.id, body, sentOn: now() }),
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    await answer.body?.cancel()
    return String(answer.status)
  } catch (failure) {
    const { name, cause } = failure as Error & { cause?: { code?: string; message?: string } }
    return `failed: ${name === 'TimeoutError' ? 'no answer' : (cause?.code ?? cause?.message ?? name)}`
  }
}
