import type { Logger } from 'pino'
import type { Sealer } from '../../storage/assets/types.ts'
import type { Database } from '../../storage/database.ts'
import type { JobsRepo } from '../../storage/job-types.ts'
import type { EventsRepo } from './events-repo.ts'
import type { WebhookSender } from './types.ts'
import type { WebhookBreakersRepo } from './webhook-breakers-repo.ts'
import type { DeliveryErrorKind, WebhookDeliveriesRepo } from './webhook-deliveries-repo.ts'
import type { WebhookEndpointsRepo } from './webhook-endpoints-repo.ts'

export interface WebhooksRepositories {
  events: EventsRepo
  webhookEndpoints: WebhookEndpointsRepo
  webhookDeliveries: WebhookDeliveriesRepo
  webhookBreakers: WebhookBreakersRepo
  jobs: JobsRepo
}

export interface WebhooksDeps {
  /** Told of each that was sent: `delivered`, or why it was not. */
  observeWebhook?: (result: 'delivered' | DeliveryErrorKind) => void
  database: Database<WebhooksRepositories>
  sealer: Sealer
  webhooks: WebhookSender
  log: Logger
  now: () => Date
  publicUrl: string
}
