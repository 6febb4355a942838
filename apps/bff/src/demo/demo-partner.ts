import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { type AccessRepositories, setUpTenant, type TenantSetUp } from '../features/access/index.ts'
import type { Database } from '../storage/database.ts'

const savedSchema = z.object({ tenantId: z.string(), userJourneyId: z.string(), apiKey: z.string() })

/** Where the demo site takes people back, and where the curl lines of `docs/quick-start.md` do. */
const toRedirectUrls = (publicUrl: string): string[] => [
  `${publicUrl}/demo/return`,
  'https://example.com/back',
]

/** The demo's partner, the same at each start: the demo site is that partner, so it may keep its own key in a file. */
export const loadDemoPartner = async (
  database: Database<AccessRepositories>,
  { dataDir, publicUrl }: { dataDir: string; publicUrl: string },
): Promise<TenantSetUp> => {
  const file = join(dataDir, 'demo-partner.json')
  const saved = await readFile(file, 'utf8').catch(() => undefined)
  const known = saved === undefined ? undefined : savedSchema.safeParse(JSON.parse(saved)).data
  const allowedRedirectUrls = toRedirectUrls(publicUrl)
  if (known && (await allowRedirects(database, known, allowedRedirectUrls))) return known

  const input = { name: 'Harbour Bank', provider: 'embedded', allowedRedirectUrls }
  const created = await setUpTenant(database, input, new Date())
  await writeFile(file, JSON.stringify(created), { mode: 0o600 })
  return created
}

/** The address may differ from that of the last start. @returns whether there is such a journey */
const allowRedirects = (
  database: Database<AccessRepositories>,
  { tenantId, userJourneyId }: TenantSetUp,
  urls: readonly string[],
): Promise<boolean> =>
  database.transaction(async ({ userJourneys }) => {
    const journey = await userJourneys.lock(tenantId, userJourneyId)
    if (!journey) return false
    const missing = urls.filter((url) => !journey.allowedRedirectUrls.includes(url))
    if (missing.length > 0) {
      const allowedRedirectUrls = [...journey.allowedRedirectUrls, ...missing]
      await userJourneys.update(tenantId, userJourneyId, { allowedRedirectUrls }, new Date())
    }
    return true
  })
