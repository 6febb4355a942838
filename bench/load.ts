import { Agent, request } from 'node:http'

export interface Call {
  method: string
  url: string
  headers: Record<string, string>
  body: string | Uint8Array
}

/** One request over a kept connection. @throws Error for an answer that is no success */
export const send = (agent: Agent, { method, url, headers, body }: Call): Promise<string> =>
  new Promise((resolve, reject) => {
    const length = String(Buffer.byteLength(body))
    const sent = request(
      url,
      { method, agent, headers: { ...headers, 'content-length': length } },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => {
          const isSuccess = answer.statusCode !== undefined && answer.statusCode < 300
          if (isSuccess) resolve(text)
          else
            reject(new Error(`${method} ${url}: ${answer.statusCode} ${text}`, { cause: answer.statusCode }))
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

export interface Load {
  /** Of each request, in ms. */
  times: number[]
  perSecond: number
  /** How often a call was told to come again. */
  refused: number
}

const BUSY = 503
/** A server that stays busy is not measured. */
const MAX_REFUSALS = 20

/**
 * Sends all calls, so many at once; each worker takes the next one that is left. One that is told that the server is
 * busy is sent again, as a person would.
 */
export const runLoad = async (calls: readonly Call[], concurrency: number): Promise<Load> => {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  const times: number[] = []
  let refused = 0
  const queue = calls.values()
  const start = performance.now()
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (const call of queue) {
        const sentAt = performance.now()
        refused += await sendUntilTaken(agent, call)
        times.push(performance.now() - sentAt)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return { times, perSecond: calls.length / seconds, refused }
}

const sendUntilTaken = async (agent: Agent, call: Call): Promise<number> => {
  for (let refused = 0; ; refused += 1) {
    try {
      await send(agent, call)
      return refused
    } catch (failure) {
      const isBusy = failure instanceof Error && failure.cause === BUSY
      if (!isBusy || refused === MAX_REFUSALS) throw failure
    }
  }
}
