import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { setUpTenant, type TenantSetUp } from './services/set-up-tenant.ts'
import type { Database } from './storage/db/types.ts'

const savedSchema = z.object({ tenantId: z.string(), userJourneyId: z.string(), apiKey: z.string() })

/** The demo's partner, the same at each start: the demo site is that partner, so it may keep its own key in a file. */
export const loadDemoPartner = async (database: Database, dataDir: string): Promise<TenantSetUp> => {
  const file = join(dataDir, 'demo-partner.json')
  const saved = await readFile(file, 'utf8').catch(() => undefined)
  const known = saved === undefined ? undefined : savedSchema.safeParse(JSON.parse(saved)).data
  if (known && (await database.userJourneys.get(known.tenantId, known.userJourneyId))) return known

  const created = await setUpTenant(database, { name: 'Harbour Bank', provider: 'embedded' }, new Date())
  await writeFile(file, JSON.stringify(created), { mode: 0o600 })
  return created
}
