import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { expect, it } from 'vitest'
import { copyBlankCluster } from '../testing/pglite-template.ts'
import { mainJob } from './0001-main-job.ts'
import { journeysAndAccess } from './0002-journeys-and-access.ts'

it('keeps keys all-powerful and journeys closed, and lets no new row forget its scopes', async () => {
  const home = await mkdtemp(join(tmpdir(), 'visavis-migration-'))
  await copyBlankCluster(join(home, 'cluster'))
  const pglite = await PGlite.create(join(home, 'cluster'))
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) })
  await mainJob.up(db)
  await sql`INSERT INTO tenants (id, name) VALUES ('tnt_1', 'Acme')`.execute(db)
  await sql`INSERT INTO user_journeys (id, tenant_id, provider, minimum_match_level)
    VALUES ('usj_1', 'tnt_1', 'embedded', 4)`.execute(db)
  const insertKey = (id: string, byte: string) =>
    sql`INSERT INTO api_keys (id, tenant_id, hash, created_on)
      VALUES (${id}, 'tnt_1', decode(repeat(${byte}::text, 32), 'hex'), now())`.execute(db)
  await insertKey('key_1', '01')
  await journeysAndAccess.up(db)

  expect((await sql`SELECT id, scopes, last_four FROM api_keys`.execute(db)).rows).toEqual([
    { id: 'key_1', scopes: ['admin'], last_four: null },
  ])
  const journeys = await sql`SELECT minimum_match_level, allowed_redirect_urls, retry_limit, liveness_policy
    FROM user_journeys`.execute(db)
  expect(journeys.rows).toEqual([
    { minimum_match_level: 4, allowed_redirect_urls: [], retry_limit: 3, liveness_policy: 'none' },
  ])
  await expect(insertKey('key_2', '02')).rejects.toThrow('scopes')
  await db.destroy()
  await rm(home, { recursive: true })
})
