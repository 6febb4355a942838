import { type ClientRequest, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Call } from './load.ts'

const BITS_A_SECOND = 5_000_000
const TURN_MS = 20

/** Of the clock that all processes of a machine share, in ms. */
const monotonicNow = (): number => Number(process.hrtime.bigint()) / 1e6

interface Sent {
  lastByteOn: number
  answeredOn: number
}

/** Sends as a phone does whose uplink has 5 Mbit/s. @throws Error for an answer that is no success */
export const sendSlowly = async ({ method, url, headers, body }: Call): Promise<Sent> => {
  const sent = request(url, { method, headers: { ...headers, 'content-length': String(body.length) } })
  const answered = readAnswer(sent)
  const lastByteOn = await writeSlowly(sent, Buffer.from(body))
  return { lastByteOn, answeredOn: await answered }
}

const writeSlowly = async (sent: ClientRequest, body: Buffer): Promise<number> => {
  const bytes = Math.round((BITS_A_SECOND / 8) * (TURN_MS / 1000))
  const start = monotonicNow()
  for (let at = 0, turn = 1; ; at += bytes, turn += 1) {
    const isLast = at + bytes >= body.byteLength
    // By the clock, not by the turn: a timer that comes late must not make the line slower.
    await setTimeout(Math.max(0, start + turn * TURN_MS - monotonicNow()))
    sent.write(body.subarray(at, at + bytes))
    if (!isLast) continue
    sent.end()
    return monotonicNow()
  }
}

const readAnswer = (sent: ClientRequest): Promise<number> =>
  new Promise((resolve, reject) => {
    sent.once('error', reject)
    sent.once('response', (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve(monotonicNow())
        else reject(new Error(`the phone was answered ${answer.statusCode}`))
      })
    })
  })
