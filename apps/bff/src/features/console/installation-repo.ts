import { INSTALLATION_ID } from '@visavis/shared/console-roles'
import { type Kysely, sql } from 'kysely'

export interface InstalledTenant {
  id: string
  name: string
  hasTestMode: boolean
  users: number
  admins: number
  openInvites: number
  faceAuthentications: number
  webhooksWaiting: number
  oldestWebhookOn: Date | null
}

export interface InstallationRepo {
  /** The desk of the installation, made where there is none yet. */
  open(): Promise<{ id: string; name: string }>
  /** Until the transaction ends, nobody else of the operators invites to that tenant. */
  hold(tenantId: string): Promise<void>
  /** Oldest first, by number alone; crosses tenants. @param since of the face authentications that are counted */
  listTenants(now: Date, since: Date): Promise<InstalledTenant[]>
}

export const installationRepo = (db: Kysely<object>): InstallationRepo => ({
  open: async () => {
    const desk = { id: INSTALLATION_ID, name: 'Installation' }
    await sql`INSERT INTO tenants (id, name) VALUES (${desk.id}, ${desk.name}) ON CONFLICT (id) DO NOTHING`.execute(
      db,
    )
    return desk
  },
  hold: async (tenantId) => {
    await sql`SELECT FROM tenants WHERE id = ${tenantId} FOR NO KEY UPDATE`.execute(db)
  },
  listTenants: async (now, since) => {
    const { rows } = await sql<InstalledTenant>`
      SELECT tenant.id, tenant.name,
        EXISTS (SELECT FROM tenants AS test WHERE test.test_of = tenant.id) AS has_test_mode,
        team.users, team.admins, invited.open_invites, asked.face_authentications,
        webhooks.webhooks_waiting, webhooks.oldest_webhook_on
      FROM tenants AS tenant
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS users, count(*) FILTER (WHERE role = 'admin')::int AS admins
        FROM console_memberships WHERE tenant_id = tenant.id
      ) AS team
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS open_invites
        FROM console_invites WHERE tenant_id = tenant.id AND used_on IS NULL AND expires_on > ${now}
      ) AS invited
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS face_authentications
        FROM face_authentications WHERE tenant_id = tenant.id AND created_on >= ${since}
      ) AS asked
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS webhooks_waiting, min(created_on) AS oldest_webhook_on
        FROM webhook_deliveries WHERE tenant_id = tenant.id AND status = 'pending'
      ) AS webhooks
      WHERE tenant.test_of IS NULL AND tenant.id <> ${INSTALLATION_ID}
      ORDER BY tenant.position`.execute(db)
    return rows
  },
})
