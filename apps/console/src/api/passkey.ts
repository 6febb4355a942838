import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import type { ConsoleUserView } from '@visavis/shared/console-api'
import { post } from './request.ts'

export interface OpenedInvite {
  name: string
  role: string
  tenant: { name: string }
  options: PublicKeyCredentialCreationOptionsJSON
}

export const canUsePasskeys = (): boolean => browserSupportsWebAuthn()

export const openInvite = (token: string): Promise<OpenedInvite> => post('/invites/open', { token })

export const acceptInvite = async (
  token: string,
  { options: optionsJSON }: OpenedInvite,
): Promise<ConsoleUserView> =>
  post('/invites/accept', { token, credential: await startRegistration({ optionsJSON }) })

export const signIn = async (): Promise<ConsoleUserView> => {
  const optionsJSON = await post<PublicKeyCredentialRequestOptionsJSON>('/sign-in/options')
  return post('/sign-in', { credential: await startAuthentication({ optionsJSON }) })
}

/** Shows once more who is sitting there. */
export const stepUp = async (): Promise<void> => {
  const optionsJSON = await post<PublicKeyCredentialRequestOptionsJSON>('/step-up/options')
  await post('/step-up', { credential: await startAuthentication({ optionsJSON }) })
}

export const signOut = (): Promise<void> => post('/sign-out')
