import { signWebhook } from './sign-webhook.ts'
import type { WebhookEvent } from './verify-webhook.ts'

export interface WebhookReplayerOptions {
  /** Your receiver. */
  url: string
  secret: string
  fetch?: typeof globalThis.fetch
}

export interface ReplayOptions {
  /** When it is said to have been sent; older than five minutes has to be refused. Default: now. */
  sentOn?: Date
  /** Signs with another secret, as somebody else would. */
  secret?: string
  /** Changes the body after it was signed. */
  tamper?: (body: string) => string
}

/** Plays webhooks to your receiver: genuine ones, again, out of order, late, or forged. */
export const createWebhookReplayer = ({ url, secret, fetch = globalThis.fetch }: WebhookReplayerOptions) => {
  const sent: WebhookEvent[] = []

  /** @returns your receiver's HTTP status */
  const send = async (event: WebhookEvent, options: ReplayOptions = {}): Promise<number> => {
    const { tamper = (body) => body, sentOn = new Date() } = options
    const body = JSON.stringify(event)
    const headers = signWebhook({ secret: options.secret ?? secret, id: event.id, body, sentOn })
    const answer = await fetch(url, { method: 'POST', headers, body: tamper(body) })
    await answer.arrayBuffer()
    if (!sent.includes(event)) sent.push(event)
    return answer.status
  }

  return {
    send,
    /** Every event once more, under the same ids, in the order of `pick`. Default: as they were sent. */
    replay: async (pick: (events: readonly WebhookEvent[]) => readonly WebhookEvent[] = (all) => all) => {
      const statuses: number[] = []
      for (const event of pick([...sent])) statuses.push(await send(event))
      return statuses
    },
  }
}
