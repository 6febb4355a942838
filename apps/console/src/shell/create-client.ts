import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/request.ts'

const MAX_RETRIES = 1

/** @param onSignedOut told when a session has ended in the meantime */
export const createClient = (onSignedOut: () => void): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiError && error.status === 401) onSignedOut()
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
