/** What admins read and write of journeys. */

import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { userJourneySchema } from '@visavis/shared/access-answers'
import type { ConsoleProviderView, ProviderTestView } from '@visavis/shared/console-settings'
import type { CreateUserJourney, UpdateUserJourney } from '@visavis/shared/user-journeys'
import type * as z from 'zod'
import { journeysQuery, type Page, toQuery } from './queries.ts'
import { get, patch, post } from './request.ts'

export type Journey = z.output<typeof userJourneySchema>
export type NewJourney = Pick<CreateUserJourney, 'name' | 'provider' | 'provider_settings'>

const PAGES = 'journey-pages'

/** Oldest first. */
export const journeyPageQuery = (skip: string) =>
  queryOptions({
    queryKey: [PAGES, skip],
    queryFn: ({ signal }) => get<Page<Journey>>(`/journeys?${toQuery({ skip })}`, signal),
  })

/** Whatever lists journeys asks again; not the page of one, where somebody may be typing. */
export const forgetJourneyLists = async (client: QueryClient): Promise<void> => {
  for (const queryKey of [[PAGES], journeysQuery.queryKey]) await client.invalidateQueries({ queryKey })
}

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
