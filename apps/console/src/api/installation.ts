/** What operators read and write of the installation. */

import { queryOptions } from '@tanstack/react-query'
import type { CreatedConsoleInviteView } from '@visavis/shared/console-api'
import type { InstallationView } from '@visavis/shared/console-installation'
import { get, post } from './request.ts'
import type { NewInvite } from './team.ts'

export type InstalledTenant = InstallationView['tenants'][number]

export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: ({ signal }) => get<InstallationView>('/installation', signal),
})

export const inviteFirstAdmin = (
  { id }: InstalledTenant,
  { name, email }: NewInvite,
): Promise<CreatedConsoleInviteView> =>
  post(`/installation/tenants/${id}/invites`, { name, email: email.trim() || undefined })
