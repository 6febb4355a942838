import { newId } from '@visavis/shared/ids'
import { isTestTenant } from '@visavis/shared/test-mode'
import { createUserJourneySchema } from '@visavis/shared/user-journeys'
import { EMBEDDED_CAPABILITIES } from '../../providers/embedded/index.ts'
import type { Database } from '../../storage/database.ts'
import { recordAuditEvent, type toCredentialActor } from '../audit/index.ts'
import { newUserJourney, type UserJourney } from '../journeys/index.ts'
import type { AccessRepositories } from './deps.ts'

interface OpenTestTenantInput {
  tenantId: string
  actor: ReturnType<typeof toCredentialActor>
}

/**
 * The test side of a partner, with a user journey to begin with, made where there is none yet. Asked for by the test side,
 * it is that itself.
 */
export const openTestTenant = async (
  { database, now }: { database: Database<AccessRepositories>; now: () => Date },
  { tenantId: testOf, actor }: OpenTestTenantInput,
): Promise<string> => {
  if (isTestTenant(testOf)) return testOf
  const known = await database.tenants.findTest(testOf)
  if (known) return known.id
  return database.transaction(async (repositories) => {
    const live = await repositories.tenants.get(testOf)
    if (!live) throw new Error(`there is no tenant ${testOf}`)
    const tenantId = newId('testTenant')
    if (!(await repositories.tenants.insertTest({ id: tenantId, name: live.name, testOf }))) {
      // Two asked at the same time, and the other one was first.
      const first = await repositories.tenants.findTest(testOf)
      if (!first) throw new Error(`the test side of ${testOf} is gone`)
      return first.id
    }
    const own = { id: newId('userJourney'), tenantId, createdOn: now() }
    const { rows } = await repositories.userJourneys.list(testOf, { skip: 0, limit: 1 })
    await repositories.userJourneys.insert(toTestJourney(own, rows[0]))
    const log = { database: repositories, now }
    await recordAuditEvent(log, {
      tenantId: testOf,
      actor,
      action: 'test_tenant.create',
      subjectId: tenantId,
    })
    return tenantId
  })
}

/** As the partner's first one looks and lets people back, on the engine here: no vendor is paid for a test. */
const toTestJourney = (
  own: Pick<UserJourney, 'id' | 'tenantId' | 'createdOn'>,
  live: UserJourney | undefined,
): UserJourney => {
  const input = createUserJourneySchema.parse({ name: 'Default', provider: 'embedded' })
  const journey = newUserJourney(own, input, EMBEDDED_CAPABILITIES)
  if (!live) return journey
  const { livenessPolicy, livenessStepUp } = live.provider === journey.provider ? live : journey
  return {
    ...live,
    ...own,
    modifiedOn: own.createdOn,
    provider: journey.provider,
    providerSettingsSealed: null,
    providerSettingKeys: [],
    livenessPolicy,
    livenessStepUp,
  }
}
