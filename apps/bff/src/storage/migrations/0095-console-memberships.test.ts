import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrate } from '../migrate.ts'
import { openPglite } from '../pglite.ts'
import { openPostgres } from '../postgres.ts'
import type { Handle } from '../tables.ts'
import { createEmptyDatabase, openTestServer } from '../testing/create-empty-database.ts'
import { hasPostgres } from '../testing/start-postgres.ts'

/** A desk of before: two partners, one user with a session, and one of the other partner by the same address. */
const moveDesk = async (db: Handle) => {
  await migrate(db, '0094-settled-lists')
  for (const statement of [
    sql`INSERT INTO tenants (id, name) VALUES ('tnt_1', 'Acme'), ('tnt_2', 'Bank')`,
    sql`INSERT INTO console_users (id, tenant_id, role, name, email, created_on, last_sign_in_on) VALUES
      ('cusr_1', 'tnt_1', 'admin', 'Bea', 'bea@example.com', '2026-01-01Z', '2026-01-02Z'),
      ('cusr_2', 'tnt_2', 'viewer', 'Bea', 'bea@example.com', '2026-01-03Z', NULL)`,
    sql`INSERT INTO console_sessions (token_hash, user_id, challenge_hash, created_on, last_seen_on, passkey_on)
      VALUES ('\\x01', 'cusr_1', '\\x01', now(), now(), now())`,
  ]) {
    await statement.execute(db)
  }
  await migrate(db)

  const memberships = await sql`SELECT * FROM console_memberships ORDER BY user_id`.execute(db)
  expect(memberships.rows).toEqual([
    {
      userId: 'cusr_1',
      tenantId: 'tnt_1',
      role: 'admin',
      createdOn: new Date('2026-01-01Z'),
      lastSignInOn: new Date('2026-01-02Z'),
    },
    {
      userId: 'cusr_2',
      tenantId: 'tnt_2',
      role: 'viewer',
      createdOn: new Date('2026-01-03Z'),
      lastSignInOn: null,
    },
  ])
  const users = await sql`SELECT * FROM console_users ORDER BY id`.execute(db)
  expect(users.rows[0]).toEqual({
    id: 'cusr_1',
    name: 'Bea',
    email: 'bea@example.com',
    createdOn: new Date('2026-01-01Z'),
  })
  const sessions = sql`SELECT user_id, tenant_id FROM console_sessions`
  // Nobody is signed out by the upgrade; with the membership they are.
  expect((await sessions.execute(db)).rows).toEqual([{ userId: 'cusr_1', tenantId: 'tnt_1' }])
  await sql`DELETE FROM console_memberships WHERE user_id = 'cusr_1'`.execute(db)
  expect((await sessions.execute(db)).rows).toEqual([])
}

it('gives every user a role where they were, and leaves their sessions open: PGlite', async () => {
  const { db, close } = await openPglite('memory')
  await moveDesk(db)
  await close()
})

it.skipIf(!process.env.TEST_DATABASE_URL && !hasPostgres())('and PostgreSQL', async () => {
  const server = await openTestServer()
  const { url, drop } = await createEmptyDatabase(server.url)
  const { db, close } = openPostgres(url)
  await moveDesk(db)
  await close()
  await drop()
  await server.stop()
})
