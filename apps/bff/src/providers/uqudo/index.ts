import { defineProvider } from '../definition.ts'
import type { FaceProvider, ProviderCapabilities } from '../types.ts'
import { createUqudoApi } from './api.ts'
import { match, verify } from './compare.ts'
import { createFaceIndex } from './face-index.ts'
import { createFaceSession } from './face-session.ts'
import { uqudoSettingsSchema } from './settings.ts'

const SELFIE: ProviderCapabilities = {
  capture: 'selfie-upload',
  references: ['upload'],
  result: ['sync'],
  // "Face match" compares two pictures: one of a picture passes, if it looks alike.
  liveness: 'none',
  oneToOne: true,
  oneToN: true,
  anonymize: false,
}

const SESSION: ProviderCapabilities = {
  ...SELFIE,
  capture: 'vendor-sdk',
  result: ['poll'],
  // A gate inside the vendor's script, without a figure of its own.
  liveness: 'passive',
  anonymize: true,
}

/** uqudo, Face API: compares our selfie, or captures by its own script and signs what came of it. */
export const uqudo = defineProvider({
  id: 'uqudo',
  capabilities: SELFIE,
  settings: uqudoSettingsSchema,
  narrow: ({ capture }) => (capture === 'session' ? SESSION : {}),
  create: (settings, tools): FaceProvider => {
    const api = createUqudoApi(settings, tools)
    const both = {
      id: 'uqudo',
      match: (input, signal) => match(api, input, signal),
      index: createFaceIndex(api),
      tryOut: async (signal) => {
        await api.fetchToken(signal)
      },
      close: async () => {},
    } satisfies Partial<FaceProvider>
    return settings.capture === 'session'
      ? { ...both, capabilities: SESSION, hosted: createFaceSession(api, settings, tools) }
      : { ...both, capabilities: SELFIE, verify: (input, signal) => verify(api, input, signal) }
  },
})
