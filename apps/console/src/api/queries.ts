/** What the pages read: one place for the keys, so that nothing is asked for under two names. */

import { queryOptions } from '@tanstack/react-query'
import type { auditEventSchema } from '@visavis/shared/audit'
import type {
  ConsoleApplicantView,
  ConsoleAuthenticationView,
  ConsoleJourneyView,
  ConsoleReviewsView,
  ConsoleReviewView,
  ConsoleUserView,
} from '@visavis/shared/console-api'
import type { Overview } from '@visavis/shared/overview-api'
import type {
  applicantSchema,
  erasureReceiptSchema,
  faceAuthenticationSchema,
} from '@visavis/shared/partner-answers'
import type { DecideReview, ReviewView } from '@visavis/shared/reviews'
import type {
  eventSchema,
  webhookDeliverySchema,
  webhookEndpointSchema,
} from '@visavis/shared/webhook-answers'
import type * as z from 'zod'
import { get, post } from './request.ts'
import { showTenant } from './tenant.ts'

export type FaceAuthentication = z.output<typeof faceAuthenticationSchema>
export type Applicant = z.output<typeof applicantSchema>
export type ErasureReceipt = z.output<typeof erasureReceiptSchema>
export type WebhookEndpoint = z.output<typeof webhookEndpointSchema>
export type Delivery = z.output<typeof webhookDeliverySchema>
export type AuditEvent = z.output<typeof auditEventSchema>

export interface Page<Row> {
  data: Row[]
  _links: { next?: { href: string } | undefined }
}

/** The address bar's words are the API's words. */
export type Search = Readonly<Record<string, string>>

const PAGE_SIZE = '25'
export const toQuery = (search: Search) => new URLSearchParams({ ...search, limit: PAGE_SIZE })

const readNext = (page: Page<unknown> | undefined, name: string): string | undefined => {
  const href = page?._links.next?.href
  return href === undefined ? undefined : (new URL(href).searchParams.get(name) ?? undefined)
}

export const toCursor = (page: Page<unknown> | undefined) => readNext(page, 'cursor')

/** Of a list that counts: how many come before the next page. */
export const toSkip = (page: Page<unknown> | undefined) => readNext(page, 'skip')

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const me = await get<ConsoleUserView>('/me', signal)
    showTenant(me.tenant.id)
    return me
  },
})

export const journeysQuery = queryOptions({
  queryKey: ['journeys'],
  queryFn: ({ signal }) => get<{ data: ConsoleJourneyView[] }>('/user-journeys', signal),
})

export const overviewQuery = (search: Search) =>
  queryOptions({
    queryKey: ['overview', search],
    queryFn: ({ signal }) => get<Overview>(`/overview?${new URLSearchParams(search)}`, signal),
  })

export const listQuery = (search: Search) =>
  queryOptions({
    queryKey: ['face-authentications', search],
    queryFn: ({ signal }) =>
      get<Page<FaceAuthentication>>(`/face-authentications?${toQuery(search)}`, signal),
  })

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['face-authentication', id],
    queryFn: ({ signal }) =>
      get<ConsoleAuthenticationView>(`/face-authentications/${encodeURIComponent(id)}`, signal),
  })

export const auditQuery = (search: Search) =>
  queryOptions({
    queryKey: ['audit-events', search],
    queryFn: ({ signal }) => get<Page<AuditEvent>>(`/audit-events?${toQuery(search)}`, signal),
  })

/** Looked at again on its page and when the window comes to the front. By itself never: that would keep a session alive that nobody sits at. */
export const reviewsQuery = (search: Search = {}) =>
  queryOptions({
    queryKey: ['reviews', search],
    queryFn: ({ signal }) => get<ConsoleReviewsView>(`/reviews?${toQuery(search)}`, signal),
  })

const toReviewPath = (subjectId: string) => `/reviews/${encodeURIComponent(subjectId)}`

export const reviewQuery = (subjectId: string) =>
  queryOptions({
    queryKey: ['review', subjectId],
    queryFn: ({ signal }) => get<ConsoleReviewView>(toReviewPath(subjectId), signal),
  })

export const decideReview = (subjectId: string, decision: DecideReview): Promise<ReviewView> =>
  post(toReviewPath(subjectId), decision)

export const applicantsQuery = (search: Search) =>
  queryOptions({
    queryKey: ['applicants', search],
    queryFn: ({ signal }) => get<Page<Applicant>>(`/applicants?${toQuery(search)}`, signal),
  })

export const applicantQuery = (id: string) =>
  queryOptions({
    queryKey: ['applicant', id],
    queryFn: ({ signal }) => get<ConsoleApplicantView>(`/applicants/${encodeURIComponent(id)}`, signal),
  })

export const receiptQuery = (id: string) =>
  queryOptions({
    queryKey: ['erasure-receipt', id],
    queryFn: ({ signal }) =>
      get<ErasureReceipt>(`/applicants/${encodeURIComponent(id)}/erasure-receipt`, signal),
  })

/** As many as a tenant may have. */
export const webhooksQuery = queryOptions({
  queryKey: ['webhook-endpoints'],
  queryFn: ({ signal }) => get<{ data: WebhookEndpoint[] }>('/webhook-endpoints?limit=100', signal),
})

export const deliveriesQuery = (id: string, skip: string) =>
  queryOptions({
    queryKey: ['deliveries', id, skip],
    queryFn: ({ signal }) =>
      get<Page<Delivery>>(
        `/webhook-endpoints/${encodeURIComponent(id)}/deliveries?${toQuery({ skip })}`,
        signal,
      ),
  })

export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: ['event', id],
    queryFn: ({ signal }) => get<z.output<typeof eventSchema>>(`/events/${encodeURIComponent(id)}`, signal),
  })
