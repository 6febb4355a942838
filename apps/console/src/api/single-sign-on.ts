/** Through the operator's sign-in provider: the browser goes there, and comes back to `CallbackPage`. */

import { queryOptions } from '@tanstack/react-query'
import type { FinishedSignOnView, SignInWaysView, StartedSignOnView } from '@visavis/shared/console-api'
import { get, post } from './request.ts'

export const signInWaysQuery = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: ({ signal }) => get<SignInWaysView>('/sign-in', signal),
  staleTime: Number.POSITIVE_INFINITY,
})

/** What it is for: to sign in, or to show once more who is signed in. */
export type SignOnPurpose = 'sign-in' | 'step-up'

export const goToProvider = async (purpose: SignOnPurpose): Promise<void> => {
  const { url } = await post<StartedSignOnView>(`/${purpose}/single-sign-on`)
  location.assign(url)
}

/** @param answer the query string that the browser came back with */
export const finishSignOn = (answer: string): Promise<FinishedSignOnView> =>
  post('/single-sign-on', { answer })
