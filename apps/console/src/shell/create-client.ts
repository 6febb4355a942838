import { QueryCache, QueryClient } from '@tanstack/react-query'
import { LIVE_DESK } from '../api/mode.ts'
import { ApiError } from '../api/request.ts'

const MAX_RETRIES = 1

/** @param onSignedOut told when a session has ended in the meantime */
export const createClient = (onSignedOut: () => void): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (!(error instanceof ApiError)) return
        if (error.status === 401) onSignedOut()
        // Another window has switched: this one goes there, too, and begins anew.
        if (error.codes.includes('console_tenant_changed')) location.assign(LIVE_DESK)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // Whoever is not let in, or asks for what is not there, hears the same again.
        retry: (count, error) =>
          count < MAX_RETRIES && error instanceof ApiError && (error.status === 0 || error.status >= 500),
      },
    },
  })
