import type { FaceProvider } from './types.ts'

export interface ProviderRegistry {
  /** Used where no journey names one. */
  readonly default: FaceProvider
  /** @throws Error for a provider that is not configured: a journey cannot name one, so this is a broken set-up */
  get(id: string | undefined): FaceProvider
  /** `undefined` for a provider that is not configured. */
  find(id: string): FaceProvider | undefined
  close(): Promise<void>
}

/** The first provider given is the default one. */
export const createProviderRegistry = (first: FaceProvider, ...others: FaceProvider[]): ProviderRegistry => {
  const byId = new Map([first, ...others].map((provider) => [provider.id, provider]))
  return {
    default: first,
    find: (id) => byId.get(id),
    get: (id) => {
      const provider = id === undefined ? undefined : byId.get(id)
      if (!provider) throw new Error(`provider "${id}" is not configured`)
      return provider
    },
    close: async () => {
      for (const provider of byId.values()) await provider.close()
    },
  }
}
