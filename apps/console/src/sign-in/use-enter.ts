import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ConsoleUserView } from '@visavis/shared/console-api'
import { useCallback } from 'react'
import { meQuery } from '../api/queries.ts'
import { showTenant } from '../api/tenant.ts'

/** Leads whoever has just signed in to the desk. */
export const useEnter = () => {
  const navigate = useNavigate()
  const client = useQueryClient()
  return useCallback(
    async (user: ConsoleUserView, options: { replace?: boolean } = {}): Promise<void> => {
      // Nothing that somebody before them saw.
      client.clear()
      showTenant(user.tenant.id)
      client.setQueryData(meQuery.queryKey, user)
      await navigate({ to: '/', ...options })
    },
    [client, navigate],
  )
}
