import { EMBEDDED_CAPABILITIES } from './embedded/index.ts'
import type { ProviderCapabilities } from './types.ts'

/** What each provider can do, for those who only need to know: none is started for it. */
export const PROVIDER_CATALOG: ReadonlyMap<string, { capabilities: ProviderCapabilities }> = new Map([
  ['embedded', { capabilities: EMBEDDED_CAPABILITIES }],
])
