import { defineProvider, type ProviderTools } from '../definition.ts'
import type { HostedCapture, PagePolicy } from '../hosted-capture.ts'
import type { FaceProvider, ProviderCapabilities } from '../types.ts'
import { createAdminApi, createAuthenticationApi } from './api.ts'
import { createChallenges } from './challenge.ts'
import { createEntrustFaces } from './faces.ts'
import { fromScript } from './mapping.ts'
import { type EntrustSettings, entrustSettingsSchema } from './settings.ts'
import { handedSchema, stateSchema } from './wire.ts'

const CAPABILITIES: ProviderCapabilities = {
  capture: 'vendor-sdk',
  references: ['vendor'],
  result: ['poll'],
  liveness: 'active',
  oneToOne: false,
  oneToN: false,
  anonymize: false,
}
/** As often as the official SDK asks. */
const READ_EVERY_MS = 1_000

/**
 * Entrust Identity as a Service, Face Biometric. Onfido's script in our page takes the capture for a challenge, and the
 * vendor compares it with what a registration at Onfido took; it takes no picture of ours, and says yes or no.
 */
export const entrust = defineProvider({
  id: 'entrust',
  capabilities: CAPABILITIES,
  settings: entrustSettingsSchema,
  create: (settings, tools) => {
    const admin = createAdminApi(settings, tools)
    return {
      id: 'entrust',
      capabilities: CAPABILITIES,
      hosted: createHosted(settings, tools),
      ...(admin ? { faces: createEntrustFaces(admin, settings), tryOut: toTryOut(admin) } : {}),
      close: async () => {},
    }
  },
})

/** The Authentication API asks for no credentials: only those of the other one can be wrong. */
const toTryOut =
  (admin: NonNullable<ReturnType<typeof createAdminApi>>): NonNullable<FaceProvider['tryOut']> =>
  async (signal) => {
    await admin.fetchToken(signal)
  }

const createHosted = (settings: EntrustSettings, tools: ProviderTools): HostedCapture => {
  const api = createAuthenticationApi(settings, tools)
  const challenges = createChallenges(api, settings, tools.now)
  return {
    start: challenges.start,
    readResult: (state, signal) => challenges.poll(stateSchema.parse(state), signal),
    completeStep: async (state, handed, signal) => {
      const challenge = stateSchema.parse(state)
      const result = await challenges.poll(challenge, signal)
      const event = handedSchema.safeParse(handed).data?.event
      if (result.kind !== 'pending' || event === undefined) return result
      // The capture is finished; whether it matched is still to come.
      if (event === 'complete') return { kind: 'checking' }
      await challenges.cancel(challenge, signal)
      return fromScript(event)
    },
    cancel: (state, signal) => challenges.cancel(stateSchema.parse(state), signal),
    pagePolicy: toPolicy(settings),
    readEveryMs: READ_EVERY_MS,
  }
}

/** The script, and what it brings along, from exactly where the journey says. */
const toPolicy = ({ script_url, script_api_url }: EntrustSettings): PagePolicy => {
  const script = [new URL(script_url).origin]
  const api = script_api_url === undefined ? [] : [new URL(script_api_url).origin]
  return {
    'script-src': script,
    'style-src': script,
    'img-src': script,
    'font-src': script,
    'connect-src': [...new Set([...script, ...api])],
  }
}
