/** `pnpm sandbox`: starts every vendor's sandbox, prints where and with which credentials, until Ctrl-C. */

import { startEntrustSandbox } from './entrust/index.ts'
import { startIdenfySandbox } from './idenfy/index.ts'
import { createFaceComparer, type RunningSandbox, type SandboxOptions } from './kit/index.ts'
import { startUqudoSandbox } from './uqudo/index.ts'
import { startYotiSandbox } from './yoti/index.ts'

/** Addresses stay the same from run to run: journeys that name them keep working. `PORT=0`: any that are free. */
const FIRST_PORT = Number(process.env.PORT ?? 8791)
const SANDBOXES: readonly ((options: SandboxOptions) => Promise<RunningSandbox>)[] = [
  startYotiSandbox,
  startIdenfySandbox,
  startUqudoSandbox,
  startEntrustSandbox,
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
