import { Hono } from 'hono'
import type * as z from 'zod'
import { applyFault } from './apply-fault.ts'
import { createClock } from './clock.ts'
import { CONTROL_PATH, controlRoutes } from './control-routes.ts'
import { createFaceComparer } from './face-comparer.ts'
import { createFaults } from './faults.ts'
import { listen } from './listen.ts'
import { createScripts } from './scripts.ts'
import type { Sandbox, SandboxKit, SandboxOptions, VendorApp } from './types.ts'
import { createWebhookSender } from './webhook-sender.ts'

interface StartInput<Verdict> {
  name: string
  /** What can be scripted. */
  verdictSchema: z.ZodType<Verdict>
  build: (kit: SandboxKit<Verdict>) => VendorApp
}

/** A vendor's app on a free port of this machine, with faults before it and the control endpoint beside it. */
export const startSandbox = async <Verdict>(
  { name, verdictSchema, build }: StartInput<Verdict>,
  { port = 0, faces }: SandboxOptions = {},
): Promise<Sandbox<Verdict>> => {
  const clock = createClock()
  const verdicts = createScripts<Verdict>()
  const faults = createFaults()
  const webhooks = createWebhookSender()
  const own = faces ?? createFaceComparer()
  const requests: string[] = []
  let credentials: VendorApp['credentials'] = {}

  const { origin, close } = await listen(port, (address) => {
    const control = new Hono().route(
      CONTROL_PATH,
      controlRoutes({ clock, verdicts, faults, webhooks, verdictSchema }),
    )
    const vendor = build({ origin: address, clock, faces: own, verdicts, webhooks })
    credentials = vendor.credentials
    return async (request, bindings) => {
      const { pathname, search } = new URL(request.url)
      if (pathname.startsWith(`${CONTROL_PATH}/`)) return control.fetch(request)
      requests.push(`${request.method} ${pathname}${search}`)
      const answer = async () => vendor.app.fetch(request, bindings)
      const fault = faults.take(request.method, pathname)
      return fault ? applyFault(fault, bindings, answer) : answer()
    }
  })
  return {
    name,
    origin,
    credentials,
    clock,
    verdicts,
    faults,
    webhooks,
    requests,
    close: async () => {
      await close()
      await webhooks.idle()
      if (faces === undefined) await own.close()
    },
  }
}
