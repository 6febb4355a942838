/** Who may sign in, for admins. */

import { queryOptions } from '@tanstack/react-query'
import type { ConsoleTeamView, CreatedConsoleInviteView } from '@visavis/shared/console-api'
import type { ConsoleRole } from '@visavis/shared/console-roles'
import { get, patch, post, remove } from './request.ts'

export type Member = ConsoleTeamView['users'][number]
export type Invite = ConsoleTeamView['invites'][number]

export const teamQuery = queryOptions({
  queryKey: ['team'],
  queryFn: ({ signal }) => get<ConsoleTeamView>('/team', signal),
})

export interface NewInvite {
  name: string
  role: ConsoleRole
  /** Empty: nowhere. */
  email: string
}

export const inviteMember = ({ email, ...body }: NewInvite): Promise<CreatedConsoleInviteView> =>
  post('/invites', { ...body, email: email.trim() || undefined })

export const revokeInvite = ({ id }: Invite): Promise<void> => remove(`/invites/${id}`)

export const changeRole = ({ id }: Member, role: ConsoleRole): Promise<void> =>
  patch(`/users/${id}`, { role })

export const removeMember = ({ id }: Member): Promise<void> => remove(`/users/${id}`)
