import { createHash } from 'node:crypto'
import type { ProviderSettings } from '@visavis/shared/user-journeys'
import * as z from 'zod'
import { defineProvider, type ProviderDefinition, type ProviderTools } from './definition.ts'
import { createRecentMap } from './recent-map.ts'
import type { FaceProvider } from './types.ts'

/** Made providers that are kept: each may hold a vendor's access token. */
const MAX_MADE = 500

export interface ProviderRegistry {
  /** Used where no journey names one, and to check pictures that another provider compares. */
  readonly default: FaceProvider
  /** All that a journey may name. */
  list(): ProviderDefinition[]
  /** What a journey may name; `undefined`: no such provider. */
  find(id: string): ProviderDefinition | undefined
  /**
   * The provider under these settings; the same one for the same settings of the same tenant, so that tokens are not
   * asked for again. Tenants share none, with equal settings neither: what one does to it the other would feel.
   * @throws Error when there is no such provider or its settings are wrong: a journey cannot be made that way
   */
  get(id: string, settings: ProviderSettings, tenantId: string): FaceProvider
  close(): Promise<void>
}

interface RegistryOptions {
  definitions?: readonly ProviderDefinition[]
  /** @param account of the tenant and its settings */
  toolsFor?: (id: string, account: string) => ProviderTools
  /** Puts something around each provider that is made. */
  decorate?: (provider: FaceProvider) => FaceProvider
}

/** @param local the provider that needs no settings: the default one */
export const createProviderRegistry = (
  local: FaceProvider,
  { definitions = [], toolsFor, decorate = (provider) => provider }: RegistryOptions = {},
): ProviderRegistry => {
  const own = localDefinition(local)
  const byId = new Map([own, ...definitions].map((definition) => [definition.id, definition]))
  // Nothing has to be waited for when one goes: what still runs on it goes on.
  const made = createRecentMap<FaceProvider>(MAX_MADE)

  const make = (id: string, settings: ProviderSettings, account: string): FaceProvider => {
    const definition = byId.get(id)
    if (!definition) throw new Error(`there is no provider "${id}"`)
    if (id === local.id) return local
    if (!toolsFor) throw new Error('this registry has no way out')
    return decorate(definition.create(settings, toolsFor(id, account)))
  }

  return {
    default: local,
    list: () => [...byId.values()],
    find: (id) => byId.get(id),
    get: (id, settings, tenantId) => {
      const key = toKey(id, settings, tenantId)
      return made.getOrMake(key, () => make(id, settings, key))
    },
    close: async () => {
      for (const provider of new Set([local, ...made.values()])) await provider.close()
      made.clear()
    },
  }
}

/** Its capabilities are asked for each time: those of tests change. */
const localDefinition = (local: FaceProvider): ProviderDefinition => ({
  ...defineProvider({
    id: local.id,
    capabilities: local.capabilities,
    settings: z.strictObject({}),
    create: () => local,
  }),
  get capabilities() {
    return local.capabilities
  },
  capabilitiesOf: () => local.capabilities,
})

/** A hash: the settings hold credentials, and a key of a map is soon in some dump. */
const toKey = (id: string, settings: ProviderSettings, tenantId: string): string => {
  const entries = Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([tenantId, id, entries]))
    .digest('base64url')
}
