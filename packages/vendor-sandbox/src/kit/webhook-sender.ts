export interface Webhook {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
}

export interface SentWebhook extends Webhook {
  /** One a try: the status that came back, or `failed`. Empty for one that was lost on purpose. */
  answers: (number | 'failed')[]
}

/** `lose`: recorded, never sent. `twice`: each sent again. */
export const DELIVERIES = ['once', 'twice', 'lose'] as const
export type Delivery = (typeof DELIVERIES)[number]

/** Sends a vendor's webhooks, a failed one once more, and keeps what was sent. */
export interface WebhookSender {
  /** Returns at once. */
  send(webhook: Webhook): void
  /** Sends one of `sent` again, as it was: late, or a second time. */
  resend(index: number): void
  setDelivery(delivery: Delivery): void
  readonly sent: readonly SentWebhook[]
  /** When nothing is under way any more. */
  idle(): Promise<void>
}

const TIMEOUT_MS = 10_000

export const createWebhookSender = (): WebhookSender => {
  const sent: SentWebhook[] = []
  const underWay = new Set<Promise<void>>()
  let delivery: Delivery = 'once'

  const start = (webhook: SentWebhook): void => {
    const run = deliver(webhook).finally(() => underWay.delete(run))
    underWay.add(run)
  }
  return {
    send: (webhook) => {
      const record: SentWebhook = { ...webhook, answers: [] }
      sent.push(record)
      if (delivery === 'lose') return
      start(record)
      if (delivery === 'twice') start(record)
    },
    resend: (index) => {
      const webhook = sent[index]
      if (webhook) start(webhook)
    },
    setDelivery: (next) => {
      delivery = next
    },
    sent,
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

const deliver = async (webhook: SentWebhook): Promise<void> => {
  const first = await post(webhook)
  if (first === 'failed' || first >= 300) await post(webhook)
}

const post = async ({ url, headers, body, answers }: SentWebhook): Promise<number | 'failed'> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).then(
    ({ status }) => status,
    () => 'failed' as const,
  )
  answers.push(answer)
  return answer
}
