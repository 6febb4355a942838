import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Fault } from './faults.ts'

/** Answers as the fault says; `answer` does what was asked for. */
export const applyFault = async (
  fault: Fault,
  bindings: HttpBindings,
  answer: () => Promise<Response>,
): Promise<Response> => {
  switch (fault.kind) {
    case 'latency':
      // Whoever is no longer there to be answered keeps no process alive.
      await sleep(fault.delayMs, undefined, { ref: false })
      return answer()
    case 'status':
      return new Response(null, { status: fault.status })
    case 'reset':
      return breakOff(bindings)
    case 'reset_after':
      await answer()
      return breakOff(bindings)
    case 'truncated':
      return truncate(await answer(), bindings)
    case 'wrong_json':
      return withBody(await answer(), '{"unexpected":[null,{"shape":true}]}')
    case 'not_json':
      return withBody(await answer(), '<html><body>Bad gateway</body></html>')
  }
}

const breakOff = ({ outgoing }: HttpBindings): Response => {
  outgoing.socket?.resetAndDestroy()
  return RESPONSE_ALREADY_SENT
}

/** Promises one byte more than it sends. */
const truncate = async (answer: Response, { outgoing }: HttpBindings): Promise<Response> => {
  const body = Buffer.from(await answer.arrayBuffer())
  outgoing.writeHead(answer.status, {
    'Content-Type': answer.headers.get('content-type') ?? 'application/json',
    'Content-Length': body.byteLength + 1,
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  outgoing.write(body.subarray(0, Math.ceil(body.byteLength / 2)), () => {
    outgoing.destroy()
    resolve()
  })
  // Before the server looks at it again: what it adds would make up for the half that is missing.
  await promise
  return RESPONSE_ALREADY_SENT
}

const withBody = ({ status }: Response, body: string): Response =>
  // An answer without a body cannot be given one.
  new Response(body, {
    status: status === 204 ? 200 : status,
    headers: { 'Content-Type': 'application/json' },
  })
