/**
 * `pnpm sandbox`: starts every vendor's sandbox and, for `checkout`, whose API is ours, a second Visavis; prints where
 * and with which settings, until Ctrl-C.
 */
import { startEntrustSandbox } from '@visavis/vendor-sandbox/entrust'
import { startIdenfySandbox } from '@visavis/vendor-sandbox/idenfy'
import { createFaceComparer, type RunningSandbox, type SandboxOptions } from '@visavis/vendor-sandbox/kit'
import { startUqudoSandbox } from '@visavis/vendor-sandbox/uqudo'
import { startYotiSandbox } from '@visavis/vendor-sandbox/yoti'
import { startBff } from './start-bff.ts'

/** Addresses stay the same from run to run: journeys that name them keep working. `PORT=0`: any that are free. */
const FIRST_PORT = Number(process.env.PORT ?? 8791)
/** Where people come back to from the second Visavis: to the first. */
const VISAVIS_URL = process.env.VISAVIS_URL ?? 'http://localhost:8787'

const startCheckoutSandbox = async ({ port = 0 }: SandboxOptions): Promise<RunningSandbox> => {
  const visavis = await startBff({ port, env: { LOG_LEVEL: 'warn', WEBHOOK_ALLOW_PRIVATE: '1' } })
  const answer = await fetch(`${visavis.url}/user-journeys/${visavis.userJourneyId}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${visavis.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ allowed_redirect_urls: [visavis.url, VISAVIS_URL] }),
  })
  if (!answer.ok) throw new Error(`VISAVIS_URL=${VISAVIS_URL} is not taken: ${await answer.text()}`)
  return {
    name: 'checkout',
    origin: visavis.url,
    credentials: {
      base_url: visavis.url,
      secret_key: visavis.apiKey,
      user_journey_id: visavis.userJourneyId,
    },
    close: visavis.stop,
  }
}

const SANDBOXES: readonly ((options: SandboxOptions) => Promise<RunningSandbox>)[] = [
  startYotiSandbox,
  startIdenfySandbox,
  startUqudoSandbox,
  startEntrustSandbox,
  startCheckoutSandbox,
]

const faces = createFaceComparer()
const running: RunningSandbox[] = []
for (const [i, start] of SANDBOXES.entries()) {
  running.push(await start({ port: FIRST_PORT && FIRST_PORT + i, faces }))
}

for (const { name, origin, credentials } of running) {
  process.stdout.write(`${name}  ${origin}\n`)
  for (const [setting, value] of Object.entries(credentials)) process.stdout.write(`  ${setting}: ${value}\n`)
}
process.stdout.write(
  '\nTold what to do under /_sandbox (see packages/vendor-sandbox/README.md). Ctrl-C ends them.\n',
)

const { promise: asked, resolve: end } = Promise.withResolvers<void>()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end())
await asked
await Promise.all(running.map((sandbox) => sandbox.close()))
await faces.close()
