/**
 * uqudo's sandbox without the face engine: takes two pictures, finds them alike. Prints its credentials as JSON; then,
 * a line a comparison, when its last byte was there and when its answer was on its way, on the clock that all processes
 * of a machine share.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FaceComparer } from '@visavis/vendor-sandbox/kit'
import { startUqudoSandbox } from '@visavis/vendor-sandbox/uqudo'

const faces: FaceComparer = {
  compare: async () => ({ kind: 'compared', matchLevel: 5, distance: 0 }),
  findProblem: async () => undefined,
  extract: async () => undefined,
  close: async () => {},
}
const { credentials } = await startUqudoSandbox({ faces })
process.stdout.write(`${JSON.stringify(credentials)}\n`)

const now = (): number => Number(process.hrtime.bigint()) / 1e6
subscribe('http.server.request.start', (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
  if (!request.url?.endsWith('/face/match')) return
  let receivedOn = 0
  request.once('end', () => {
    receivedOn = now()
  })
  response.once('finish', () =>
    process.stdout.write(`${JSON.stringify({ receivedOn, answeredOn: now() })}\n`),
  )
})
