import { newId, randomBase32 } from '@visavis/shared/ids'
import type { Database } from '../storage/db/types.ts'
import { hashSecret } from './capture-token.ts'

interface SetUpTenantInput {
  name: string
  provider: string
  /** 1–5; design: level 3 (distance ≤ 0.50) by default. */
  minimumMatchLevel?: number
}

export interface TenantSetUp {
  tenantId: string
  userJourneyId: string
  /** Secret; shown this once, stored hashed. */
  apiKey: string
}

/** A key the official Checkout client recognises: `sk_` and 27 characters of `[a-z2-7]`, 135 random bits. */
const createApiKey = (): string => `sk_${randomBase32(27)}`

/** A partner with one user journey and one key, all or nothing. */
export const setUpTenant = async (
  database: Database,
  { name, provider, minimumMatchLevel = 3 }: SetUpTenantInput,
  now: Date,
): Promise<TenantSetUp> => {
  const tenantId = newId('tenant')
  const userJourneyId = newId('userJourney')
  const apiKey = createApiKey()
  await database.transaction(async (repositories) => {
    await repositories.tenants.insert({ id: tenantId, name })
    await repositories.userJourneys.insert({ id: userJourneyId, tenantId, provider, minimumMatchLevel })
    await repositories.apiKeys.insert({
      id: newId('apiKey'),
      tenantId,
      hash: hashSecret(apiKey),
      createdOn: now,
    })
  })
  return { tenantId, userJourneyId, apiKey }
}
