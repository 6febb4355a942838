import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { hashSecret } from '../links/index.ts'
import type { ConsoleInvite } from './console-invites-repo.ts'
import type { ConsoleCredential } from './console-users-repo.ts'
import type { ConsoleDeps } from './deps.ts'
import { createChallenge, isOwnChallenge } from './passkey-challenge.ts'

/** As it came: the library checks every part of it. */
export type CredentialAnswer = Readonly<Record<string, unknown>> & { id: string }

/** Reached by `import()` alone: a server that nobody signs in to does without the library. */
const load = () => import('@simplewebauthn/server')

const SIGN_IN = 'sign-in'
const toPurpose = ({ id }: Pick<ConsoleInvite, 'id'>) => `invite ${id}`

/** A passkey belongs to the host name of `PUBLIC_URL`. */
const toParty = ({ publicUrl }: Pick<ConsoleDeps, 'publicUrl'>) => {
  const { origin: expectedOrigin, hostname: expectedRPID } = new URL(publicUrl)
  return { expectedOrigin, expectedRPID }
}

/** @param userHandle of the user that it will be, without anything about the person (WebAuthn 3 §14.6.1) */
export const createRegistration = async (deps: ConsoleDeps, invite: ConsoleInvite, userHandle: string) => {
  const { generateRegistrationOptions } = await load()
  return generateRegistrationOptions({
    rpName: 'Visavis',
    rpID: toParty(deps).expectedRPID,
    userID: new TextEncoder().encode(userHandle),
    userName: invite.name,
    userDisplayName: invite.name,
    challenge: createChallenge(deps, toPurpose(invite)),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

interface Verified {
  /** SHA-256 of what was signed. */
  challengeHash: Uint8Array
}

interface Registered extends Verified {
  credential: Pick<ConsoleCredential, 'id' | 'publicKey' | 'counter' | 'transports'>
}

/** @returns `undefined` for whatever is not the passkey that was asked for */
export const verifyRegistration = async (
  deps: ConsoleDeps,
  invite: ConsoleInvite,
  answer: CredentialAnswer,
): Promise<Registered | undefined> => {
  const { verifyRegistrationResponse } = await load()
  const signed = watchChallenge(deps, toPurpose(invite))
  const found = await verifyRegistrationResponse({
    response: answer as unknown as RegistrationResponseJSON,
    ...toParty(deps),
    expectedChallenge: signed.check,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!found?.verified) return undefined
  const { id, publicKey, counter, transports = [] } = found.registrationInfo.credential
  return { credential: { id, publicKey, counter, transports }, challengeHash: signed.hash() }
}

/** Any passkey of this site: who it is of, it says itself. */
export const createSignIn = async (deps: ConsoleDeps) => {
  const { generateAuthenticationOptions } = await load()
  return generateAuthenticationOptions({
    rpID: toParty(deps).expectedRPID,
    challenge: createChallenge(deps, SIGN_IN),
    userVerification: 'required',
  })
}

interface SignedIn extends Verified {
  counter: number
}

/** @returns `undefined` for whatever was not signed by that passkey, here, now, and by its owner */
export const verifySignIn = async (
  deps: ConsoleDeps,
  { id, publicKey, counter }: ConsoleCredential,
  answer: CredentialAnswer,
): Promise<SignedIn | undefined> => {
  const { verifyAuthenticationResponse } = await load()
  const signed = watchChallenge(deps, SIGN_IN)
  const found = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    ...toParty(deps),
    expectedChallenge: signed.check,
    credential: { id, publicKey: new Uint8Array(publicKey), counter },
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!found?.verified) return undefined
  return { counter: found.authenticationInfo.newCounter, challengeHash: signed.hash() }
}

/** The library hands the challenge over once, and does not tell it again. */
const watchChallenge = (deps: ConsoleDeps, purpose: string) => {
  let seen = ''
  return {
    check: (challenge: string): boolean => {
      seen = challenge
      return isOwnChallenge(deps, purpose, challenge)
    },
    hash: () => hashSecret(seen),
  }
}
