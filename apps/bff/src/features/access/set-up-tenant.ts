import { newId } from '@visavis/shared/ids'
import { createUserJourneySchema, type LivenessPolicy } from '@visavis/shared/user-journeys'
import { PROVIDER_CATALOG } from '../../providers/catalog.ts'
import type { Database } from '../../storage/database.ts'
import { recordAuditEvent, TERMINAL } from '../audit/index.ts'
import { newUserJourney } from '../journeys/index.ts'
import { newApiKey } from './create-api-key.ts'
import type { AccessRepositories } from './deps.ts'

interface SetUpTenantInput {
  name: string
  provider: string
  /** 1–5; by default level 3, a false match rate of 1e-4 on the embedded engine. */
  minimumMatchLevel?: number
  /** Origins with path prefixes; none: no redirect is allowed. */
  allowedRedirectUrls?: readonly string[]
  /** Default: that of a new journey on that provider. */
  livenessPolicy?: LivenessPolicy
}

export interface TenantSetUp {
  tenantId: string
  userJourneyId: string
  /** Secret, scope `admin`; shown this once, stored hashed. */
  apiKey: string
}

/** A partner with one user journey and one key that may do everything, all or nothing. */
export const setUpTenant = async (
  database: Database<AccessRepositories>,
  { name, provider, minimumMatchLevel = 3, allowedRedirectUrls = [], livenessPolicy }: SetUpTenantInput,
  createdOn: Date,
): Promise<TenantSetUp> => {
  const tenantId = newId('tenant')
  const input = createUserJourneySchema.parse({
    name: 'Default',
    provider,
    minimum_match_level: minimumMatchLevel,
    allowed_redirect_urls: allowedRedirectUrls,
    liveness_policy: livenessPolicy,
  })
  const { capabilities } = PROVIDER_CATALOG.get(provider) ?? {}
  const journey = newUserJourney({ id: newId('userJourney'), tenantId, createdOn }, input, capabilities)
  const { row, apiKey } = newApiKey({ tenantId, createdOn }, { scopes: ['admin'] })
  await database.transaction(async (repositories) => {
    await repositories.tenants.insert({ id: tenantId, name })
    await repositories.userJourneys.insert(journey)
    await repositories.apiKeys.insert(row)
    const log = { database: repositories, now: () => createdOn }
    const event = { tenantId, actor: TERMINAL }
    await recordAuditEvent(log, { ...event, action: 'user_journey.create', subjectId: journey.id })
    await recordAuditEvent(log, { ...event, action: 'key.create', subjectId: row.id })
  })
  return { tenantId, userJourneyId: journey.id, apiKey }
}
