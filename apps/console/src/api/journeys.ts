/** What admins read and write of journeys. */

import { queryOptions } from '@tanstack/react-query'
import type { userJourneySchema } from '@visavis/shared/access-answers'
import type { ConsoleProviderView, ProviderTestView } from '@visavis/shared/console-settings'
import type { CreateUserJourney, UpdateUserJourney } from '@visavis/shared/user-journeys'
import type * as z from 'zod'
import { get, patch, post } from './request.ts'

export type Journey = z.output<typeof userJourneySchema>
export type NewJourney = Pick<CreateUserJourney, 'name' | 'provider' | 'provider_settings'>

/** As many as the API gives at a time. */
const PAGE_SIZE = 100

export const journeySettingsQuery = queryOptions({
  queryKey: ['journey-settings'],
  queryFn: ({ signal }) =>
    get<{ data: Journey[]; total_count: number }>(`/journeys?limit=${PAGE_SIZE}`, signal),
})

const pathOf = (id: string) => `/journeys/${encodeURIComponent(id)}`

export const journeyQuery = (id: string) =>
  queryOptions({
    queryKey: ['journey-settings', id],
    queryFn: ({ signal }) => get<Journey>(pathOf(id), signal),
    // Somebody is typing into it: what came once stays.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  })

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: ({ signal }) => get<{ data: ConsoleProviderView[] }>('/providers', signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export const createJourney = (body: NewJourney): Promise<Journey> => post('/journeys', body)

export const testProvider = (id: string): Promise<ProviderTestView> => post(`${pathOf(id)}/provider-test`)

export const updateJourney = (id: string, change: UpdateUserJourney): Promise<Journey> =>
  patch(pathOf(id), change)
