import { createWebhookEndpointSchema, updateWebhookEndpointSchema } from '@visavis/shared/webhook-api'
import { WEBHOOK_EVENT_TYPES } from '@visavis/shared/webhook-events'
import { Command } from 'commander'
import type { Storage } from '../composition/open-storage.ts'
import {
  createWebhookEndpoint,
  updateWebhookEndpoint,
  type WebhookEndpointDeps,
} from '../features/webhooks/index.ts'
import { checkInput } from './check-input.ts'
import { chooseTenant } from './choose-tenant.ts'
import type { CliContext } from './cli-context.ts'
import { collect } from './collect.ts'
import { listAll } from './list-all.ts'
import { recordAtTerminal } from './record-at-terminal.ts'
import { toTable } from './to-table.ts'

interface WebhookOptions {
  tenant?: string
  url?: string
  event?: string[]
  description?: string
  authorizationFile?: string
  active?: boolean
}

const TENANT = ['--tenant <id>', 'which partner, when there are several'] as const

export const webhookCommand = (context: CliContext): Command => {
  const { withStorage, write, now } = context
  return new Command('webhook')
    .description('webhook endpoints: where the events of a partner are sent')
    .addCommand(
      withWebhookOptions(
        new Command('create').description('create an endpoint; its secret is shown this once'),
      ).action(async (options: WebhookOptions) => {
        const input = checkInput(await readFields(context, options), createWebhookEndpointSchema)
        await withStorage(async (storage) => {
          const { database } = storage
          const tenant = await chooseTenant(database, options.tenant)
          const { endpoint, secret } = await createWebhookEndpoint(toDeps(context, storage), tenant.id, input)
          await recordAtTerminal({ database, now }, tenant.id, 'webhook_endpoint.create', endpoint.id)
          write(`Webhook endpoint  ${endpoint.id}\nSigning secret    ${secret}\n`)
        })
      }),
    )
    .addCommand(
      withWebhookOptions(new Command('update').description('change what is named, keep the rest'))
        .argument('<id>', 'whe_…')
        .action(async (id: string, options: WebhookOptions) => {
          const change = checkInput(await readFields(context, options), updateWebhookEndpointSchema)
          await withStorage(async (storage) => {
            const { database } = storage
            const tenant = await chooseTenant(database, options.tenant)
            await updateWebhookEndpoint(toDeps(context, storage), tenant.id, id, change)
            await recordAtTerminal({ database, now }, tenant.id, 'webhook_endpoint.update', id)
            write(`Changed ${id}\n`)
          })
        }),
    )
    .addCommand(
      new Command('list')
        .description('list the webhook endpoints')
        .option(...TENANT)
        .action(({ tenant: tenantId }: WebhookOptions) =>
          withStorage(async ({ database }) => {
            const tenant = await chooseTenant(database, tenantId)
            const endpoints = await listAll((page) => database.webhookEndpoints.list(tenant.id, page))
            const rows = endpoints.map(({ id, isActive, url, eventTypes, description }) => [
              id,
              isActive ? 'yes' : 'no',
              url,
              eventTypes?.join(' ') ?? 'all',
              description ?? '',
            ])
            write(toTable(['ID', 'ACTIVE', 'URL', 'EVENTS', 'DESCRIPTION'], rows))
          }),
        ),
    )
}

const withWebhookOptions = (command: Command): Command =>
  command
    .option(...TENANT)
    .option('--url <url>', 'https address that takes the events')
    .option('--event <type>', `repeatable, without: all. ${WEBHOOK_EVENT_TYPES.join(', ')}`, collect)
    .option('--description <text>', 'for people')
    .option(
      '--authorization-file <file>',
      'holds an Authorization header to send along; - reads what is piped in',
    )
    .option('--active', 'send events there')
    .option('--no-active', 'let its events wait')

const toDeps = (
  { checkWebhookUrl, now }: CliContext,
  { database, sealer }: Storage,
): WebhookEndpointDeps => ({ database, sealer, now, webhooks: { check: checkWebhookUrl } })

/** A credential comes by file or pipe: a command line is there for every process to see. */
const readFields = async (context: CliContext, options: WebhookOptions): Promise<object> => {
  const { url, event: event_types, description, active, authorizationFile } = options
  const authorization = authorizationFile && (await context.readInput(authorizationFile)).trim()
  const fields = { url, event_types, description, active, authorization }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
