/** What operators are shown of their installation: tenants by name and number, and none of their people. */
import * as z from 'zod'
import { answerTime, idOf } from './answers.ts'
import { createConsoleInviteSchema } from './console-api.ts'

const count = z.int().min(0)

const installedTenantSchema = z
  .object({
    id: idOf('tenant'),
    name: z.string(),
    has_test_mode: z.boolean(),
    users: count.meta({ description: 'Who may sign in to its console.' }),
    admins: count,
    open_invites: count,
    face_authentications: count.meta({ description: 'Of the last 24 hours.' }),
    webhooks_waiting: count.meta({ description: 'Deliveries that have neither arrived nor been given up.' }),
    oldest_webhook_on: answerTime.optional().meta({ description: 'Of those that wait.' }),
  })
  .meta({ id: 'InstalledTenant' })

export const installationSchema = z
  .object({
    database: z.enum(['pglite', 'postgres']),
    queues: z
      .array(z.object({ name: z.string(), ready: count, active: count }))
      .meta({ description: 'Jobs that wait and run, in all processes; as counted about a minute ago.' }),
    tenants: z.array(installedTenantSchema).meta({ description: 'Oldest first.' }),
    can_mail: z.boolean().meta({ description: 'Whether this server sends e-mail.' }),
    can_sign_on: z.boolean().meta({ description: 'Whether an e-mail address is enough to be let in by.' }),
  })
  .meta({ id: 'Installation' })
export type InstallationView = z.output<typeof installationSchema>

/** Always an admin: it is for them to invite the others. */
export const inviteFirstAdminSchema = createConsoleInviteSchema.omit({ role: true })
