import { Hono } from 'hono'
import * as z from 'zod'
import type { Clock } from './clock.ts'
import { type Faults, faultSchema } from './faults.ts'
import { ANYONE, type Scripts } from './scripts.ts'
import { DELIVERIES, type WebhookSender } from './webhook-sender.ts'

/** Where a sandbox is told what to do; no vendor has anything there. */
export const CONTROL_PATH = '/_sandbox'

interface Controls<Verdict> {
  clock: Clock
  verdicts: Scripts<Verdict>
  faults: Faults
  webhooks: WebhookSender
  verdictSchema: z.ZodType<Verdict>
}

const clockSchema = z.strictObject({ advance_s: z.number() })
const webhooksSchema = z.union([
  z.strictObject({ delivery: z.enum(DELIVERIES) }),
  z.strictObject({ resend: z.int().min(0) }),
])

/** The control endpoint of every sandbox; wrong bodies are answered 400 with what is wrong. */
export const controlRoutes = <Verdict>(controls: Controls<Verdict>) => {
  const { clock, verdicts, faults, webhooks, verdictSchema } = controls
  const verdictsSchema = z.strictObject({
    for: z.string().min(1).default(ANYONE),
    verdicts: z.array(verdictSchema),
  })
  const app = new Hono()
    .post('/verdicts', async (c) => {
      const script = verdictsSchema.parse(await c.req.json())
      verdicts.set(script.for, ...script.verdicts)
      return c.body(null, 204)
    })
    .post('/faults', async (c) => {
      faults.add(faultSchema.parse(await c.req.json()))
      return c.body(null, 204)
    })
    .post('/clock', async (c) => {
      clock.advance(clockSchema.parse(await c.req.json()).advance_s * 1000)
      return c.json({ now: clock.now() })
    })
    .get('/webhooks', (c) => c.json(webhooks.sent))
    .post('/webhooks', async (c) => {
      const order = webhooksSchema.parse(await c.req.json())
      if ('delivery' in order) webhooks.setDelivery(order.delivery)
      else webhooks.resend(order.resend)
      return c.body(null, 204)
    })
    .post('/reset', (c) => {
      verdicts.clear()
      faults.clear()
      webhooks.setDelivery('once')
      return c.body(null, 204)
    })
  app.onError((failure, c) => {
    if (failure instanceof z.ZodError) return c.json({ issues: failure.issues }, 400)
    if (failure instanceof SyntaxError) return c.json({ issues: [{ message: 'no JSON' }] }, 400)
    throw failure
  })
  return app
}
