import * as z from 'zod'
import { checkout } from './checkout/index.ts'
import { defineProvider, type ProviderDefinition } from './definition.ts'
import { EMBEDDED_CAPABILITIES } from './embedded/index.ts'
import { entrust } from './entrust/index.ts'
import { idenfy } from './idenfy/index.ts'
import { uqudo } from './uqudo/index.ts'
import { yoti } from './yoti/index.ts'

/** Vendors a journey can name, beside the embedded engine. */
export const VENDOR_DEFINITIONS: readonly ProviderDefinition[] = [checkout, yoti, entrust, uqudo, idenfy]

/** The embedded engine for those who only need to know what there is: it is not started. */
const EMBEDDED_DEFINITION = defineProvider({
  id: 'embedded',
  capabilities: EMBEDDED_CAPABILITIES,
  settings: z.strictObject({}),
  create: () => {
    throw new Error('the embedded engine is started by the server')
  },
})

/** What each provider can do and needs to know. */
export const PROVIDER_CATALOG: ReadonlyMap<string, ProviderDefinition> = new Map(
  [EMBEDDED_DEFINITION, ...VENDOR_DEFINITIONS].map((definition) => [definition.id, definition]),
)
