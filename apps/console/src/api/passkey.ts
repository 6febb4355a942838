import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import type { ConsoleUserView } from '@visavis/shared/console-api'
import { post } from './request.ts'
import { showTenant } from './tenant.ts'

export interface OpenedInvite {
  name: string
  role: string
  tenant: { name: string }
  options: PublicKeyCredentialCreationOptionsJSON
  join_options: PublicKeyCredentialRequestOptionsJSON
}

export const canUsePasskeys = (): boolean => browserSupportsWebAuthn()

export const openInvite = (token: string): Promise<OpenedInvite> => post('/invites/open', { token })

export const acceptInvite = async (
  token: string,
  { options: optionsJSON }: OpenedInvite,
): Promise<ConsoleUserView> =>
  post('/invites/accept', { token, credential: await startRegistration({ optionsJSON }) })

/** With the passkey of an account that somebody has here already. */
export const joinByInvite = async (
  token: string,
  { join_options: optionsJSON }: OpenedInvite,
): Promise<ConsoleUserView> =>
  post('/invites/join', { token, credential: await startAuthentication({ optionsJSON }) })

export const signIn = async (): Promise<ConsoleUserView> => {
  const optionsJSON = await post<PublicKeyCredentialRequestOptionsJSON>('/sign-in/options')
  return post('/sign-in', { credential: await startAuthentication({ optionsJSON }) })
}

/** Shows once more who is sitting there. */
export const stepUp = async (): Promise<void> => {
  const optionsJSON = await post<PublicKeyCredentialRequestOptionsJSON>('/step-up/options')
  await post('/step-up', { credential: await startAuthentication({ optionsJSON }) })
}

/** Whatever tenant another window works in by now. */
export const signOut = (): Promise<void> => {
  showTenant(undefined)
  return post('/sign-out')
}

export const switchTenant = (id: string): Promise<ConsoleUserView> => post('/tenant', { tenant_id: id })
