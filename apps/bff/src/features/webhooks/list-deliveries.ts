import { AppError } from '@visavis/shared/errors'
import type { Page, Paged } from '../../storage/paging.ts'
import type { WebhooksDeps } from './deps.ts'
import type { WebhookAttempt, WebhookDelivery } from './webhook-deliveries-repo.ts'

export interface LoggedDelivery {
  delivery: WebhookDelivery
  /** Oldest first. */
  attempts: WebhookAttempt[]
}

/** What was sent to an endpoint and how that went, newest event first. @throws AppError NOT_FOUND */
export const listDeliveries = async (
  { database }: WebhooksDeps,
  tenantId: string,
  endpointId: string,
  page: Page,
): Promise<Paged<LoggedDelivery>> => {
  if (!(await database.webhookEndpoints.get(tenantId, endpointId))) throw new AppError('NOT_FOUND')
  const { totalCount, rows } = await database.webhookDeliveries.listByEndpoint(tenantId, endpointId, page)
  const attempts = await database.webhookDeliveries.listAttempts(
    tenantId,
    rows.map((row) => row.id),
  )
  const byDelivery = Map.groupBy(attempts, (attempt) => attempt.deliveryId)
  return {
    totalCount,
    rows: rows.map((delivery) => ({ delivery, attempts: byDelivery.get(delivery.id) ?? [] })),
  }
}
