import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedWebhook {
  headers: IncomingHttpHeaders
  /** As it came over the wire. */
  body: string
}

/** What to answer: a status, a redirect, or nothing at all. */
export type Answer = number | { redirectTo: string } | 'hang'

/** The partner's server: a real one, on a free port of this machine. */
export const startWebhookReceiver = async () => {
  const received: ReceivedWebhook[] = []
  const waiting: (() => void)[] = []
  const hanging: ServerResponse[] = []
  let answers: Answer[] = [200]
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    received.push({ headers: request.headers, body })
    for (const wake of waiting.splice(0)) wake()
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? 200
    if (answer === 'hang') {
      hanging.push(response)
      return
    }
    if (typeof answer === 'number') response.writeHead(answer).end('an answer nobody keeps')
    else response.writeHead(307, { location: answer.redirectTo }).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    port,
    received,
    /** What the next deliveries are answered, in order; the last one stays. */
    answer: (...next: Answer[]) => {
      answers = next
    },
    /** Resolves once so many have come in all. */
    waitFor: async (count: number) => {
      while (received.length < count) await new Promise<void>((resolve) => waiting.push(resolve))
      return received
    },
    /** Answers those that hang, and whatever comes after them. */
    release: (status: number) => {
      answers = [status]
      for (const response of hanging.splice(0)) response.writeHead(status).end()
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
export type WebhookReceiver = Awaited<ReturnType<typeof startWebhookReceiver>>
