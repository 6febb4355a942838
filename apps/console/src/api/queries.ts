/** What the pages read: one place for the keys, so that nothing is asked for under two names. */

import { queryOptions } from '@tanstack/react-query'
import type { auditEventSchema } from '@visavis/shared/audit'
import type {
  ConsoleAuthenticationView,
  ConsoleJourneyView,
  ConsoleReviewsView,
  ConsoleReviewView,
  ConsoleUserView,
} from '@visavis/shared/console-api'
import type { Overview } from '@visavis/shared/overview-api'
import type { faceAuthenticationSchema } from '@visavis/shared/partner-answers'
import type { DecideReview, ReviewView } from '@visavis/shared/reviews'
import type * as z from 'zod'
import { get, post } from './request.ts'

export type FaceAuthentication = z.output<typeof faceAuthenticationSchema>
export type AuditEvent = z.output<typeof auditEventSchema>

export interface Page<Row> {
  data: Row[]
  _links: { next?: { href: string } }
}

/** The address bar's words are the API's words. */
export type Search = Readonly<Record<string, string>>

const PAGE_SIZE = '25'
const toQuery = (search: Search) => new URLSearchParams({ ...search, limit: PAGE_SIZE })

export const toCursor = (page: Page<unknown> | undefined): string | undefined => {
  const href = page?._links.next?.href
  return href === undefined ? undefined : (new URL(href).searchParams.get('cursor') ?? undefined)
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<ConsoleUserView>('/me', signal),
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
export const reviewsQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: ({ signal }) => get<ConsoleReviewsView>('/reviews', signal),
})

const toReviewPath = (subjectId: string) => `/reviews/${encodeURIComponent(subjectId)}`

export const reviewQuery = (subjectId: string) =>
  queryOptions({
    queryKey: ['review', subjectId],
    queryFn: ({ signal }) => get<ConsoleReviewView>(toReviewPath(subjectId), signal),
  })

export const decideReview = (subjectId: string, decision: DecideReview): Promise<ReviewView> =>
  post(toReviewPath(subjectId), decision)
