/** The process that attacks: each message is an attack, or the end of one. Started by `startAttacker` of `attack.ts`. */
import { Agent, request } from 'node:http'
import type { Answer, Attack } from './attack.ts'

const agent = new Agent({ keepAlive: true })

/** The answer's status; 0 where the connection broke. */
const send = ({ url, apiKey }: Attack, body: Buffer): Promise<number> =>
  new Promise((resolve) => {
    const headers = {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      'content-length': body.length,
    }
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('close', () => resolve(response.statusCode ?? 0))
    })
      .once('error', () => resolve(0))
      .end(body)
  })

let isOver = false

const run = async (attack: Attack): Promise<Answer[]> => {
  const body = Buffer.from(attack.body)
  const answers: Answer[] = []
  let left = attack.count
  const start = performance.now()
  isOver = false
  await Promise.all(
    Array.from({ length: attack.lanes }, async () => {
      while (!isOver && left-- > 0) {
        const status = await send(attack, body)
        answers.push({ status, after: performance.now() - start })
      }
    }),
  )
  return answers
}

process.on('message', async (attack: Attack | 'stop') => {
  if (attack === 'stop') isOver = true
  else process.send?.(await run(attack))
})
