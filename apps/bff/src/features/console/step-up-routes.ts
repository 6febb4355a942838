import { passkeyOptionsSchema, signInSchema } from '@visavis/shared/console-api'
import { MAX_CREDENTIAL_BYTES } from '@visavis/shared/limits'
import { readOrigin } from '../audit/index.ts'
import { consoleEndpoint } from './console-endpoint.ts'
import type { ConsoleDeps } from './deps.ts'
import { openStepUp, stepUp } from './step-up.ts'

/** The passkey once more, before what needs care. */
export const CONSOLE_STEP_UP_ENDPOINTS = [
  consoleEndpoint(
    {
      role: 'user',
      method: 'post',
      path: '/console/api/step-up/options',
      id: 'startConsoleStepUp',
      summary: 'What a browser needs to ask for a passkey of the user',
      answers: { 200: { description: 'Options of WebAuthn', schema: passkeyOptionsSchema } },
    },
    async (deps: ConsoleDeps, { c }) => ({
      ...(await openStepUp(deps, { user: c.get('user'), sessionHash: c.get('sessionHash') })),
    }),
  ),
  consoleEndpoint(
    {
      role: 'user',
      method: 'post',
      path: '/console/api/step-up',
      id: 'stepUpInConsole',
      summary: 'Confirm with a passkey',
      description: 'Counts for five minutes: pictures are shown to nobody else.',
      body: signInSchema,
      maxBytes: MAX_CREDENTIAL_BYTES,
      answers: { 204: { description: 'It counts' } },
      errors: ['PASSKEY_REFUSED'],
    },
    (deps: ConsoleDeps, { c, body }) =>
      stepUp(
        deps,
        { user: c.get('user'), sessionHash: c.get('sessionHash') },
        body.credential,
        readOrigin(c, deps),
      ),
  ),
]
