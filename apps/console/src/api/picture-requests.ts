/** Where a partner wants two people for a look at a picture: who asks, and who allows it. */

import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { LookReason } from '@visavis/shared/look-reasons'
import type { PictureRequestsView, PictureRequestView } from '@visavis/shared/picture-access'
import { get, post } from './request.ts'

export const pictureRequestsQuery = queryOptions({
  queryKey: ['picture-requests'],
  queryFn: ({ signal }) => get<PictureRequestsView>('/picture-requests', signal),
})

export const forgetPictureRequests = (client: QueryClient): Promise<void> =>
  client.invalidateQueries(pictureRequestsQuery)

export const askToLook = (pictureId: string, reason: LookReason): Promise<PictureRequestView> =>
  post('/picture-requests', { picture_id: pictureId, reason })

export const answerRequest = (id: string, decision: 'allow' | 'refuse'): Promise<PictureRequestView> =>
  post(`/picture-requests/${id}`, { decision })

/** What a colleague can answer. */
export const listToAnswer = (requests: PictureRequestsView | undefined): PictureRequestView[] =>
  (requests?.data ?? []).filter(({ status, is_own: isOwn }) => status === 'waiting' && !isOwn)
