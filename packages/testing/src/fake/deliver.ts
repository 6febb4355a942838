import { createWebhookReplayer } from '../create-webhook-replayer.ts'
import type { WebhookEvent } from '../verify-webhook.ts'
import type { FakeStore } from './fake-store.ts'

interface Receiver {
  url: string
  secret: string
  authorization?: string
}

/** Sends events in the order they came, one after another. A receiver that cannot be reached misses them. */
export const createDelivery = (store: FakeStore, fixed: Receiver | undefined) => {
  let last: Promise<unknown> = Promise.resolve()

  const listenersOf = (event: WebhookEvent): Receiver[] => [
    ...(fixed ? [fixed] : []),
    ...[...store.endpoints.values()]
      .filter(({ view }) => view.active && (view.event_types?.includes(event.type) ?? true))
      .map(({ view, ...secrets }) => ({ url: view.url, ...secrets })),
  ]
  const send = async ({ url, secret, authorization }: Receiver, event: WebhookEvent): Promise<void> => {
    const withAuthorization: typeof fetch = (input, init) =>
      fetch(input, { ...init, headers: { ...init?.headers, ...(authorization ? { authorization } : {}) } })
    await createWebhookReplayer({ url, secret, fetch: withAuthorization })
      .send(event)
      .catch(() => undefined)
  }
  return {
    emit: (event: WebhookEvent): void => {
      const receivers = listenersOf(event)
      // What it says now: the object goes on changing.
      const now = structuredClone(event)
      last = last.then(() => Promise.all(receivers.map((receiver) => send(receiver, now))))
    },
    /** Until all that was emitted is delivered. */
    idle: async (): Promise<void> => {
      await last
    },
  }
}
