import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { hashSecret } from '../links/index.ts'
import type { ConsoleInvite } from './console-invites-repo.ts'
import type { ConsoleCredential } from './console-users-repo.ts'
import type { ConsoleDeps } from './deps.ts'
import { createChallenge, readChallenge } from './passkey-challenge.ts'

/** As it came: the library checks every part of it. */
export type CredentialAnswer = Readonly<Record<string, unknown>> & { id: string }

/** Reached by `import()` alone: a server that nobody signs in to does without the library. */
const load = () => import('@simplewebauthn/server')

const SIGN_IN = 'sign-in'
/** What a step-up signs is good for its own session only. */
const toStepUp = (sessionHash: Uint8Array) => `step-up ${Buffer.from(sessionHash).toString('hex')}`
/** Somebody who has an account comes to another tenant by that invitation. */
const toJoin = ({ id }: Pick<ConsoleInvite, 'id'>) => `join ${id}`
const toPurpose = ({ id }: Pick<ConsoleInvite, 'id'>) => `invite ${id}`

/** A passkey belongs to the host name of the console. */
const toParty = ({ consoleUrl }: Pick<ConsoleDeps, 'consoleUrl'>) => {
  const { origin: expectedOrigin, hostname: expectedRPID } = new URL(consoleUrl)
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
  /** When the server asked for it. */
  askedOn: Date
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
  return { credential: { id, publicKey, counter, transports }, ...signed.read() }
}

/** @param credentials which ones; absent: any of this site, and who it is of, it says itself */
const ask = async (
  deps: ConsoleDeps,
  purpose: string,
  credentials?: readonly Pick<ConsoleCredential, 'id'>[],
) => {
  const { generateAuthenticationOptions } = await load()
  return generateAuthenticationOptions({
    rpID: toParty(deps).expectedRPID,
    challenge: createChallenge(deps, purpose),
    ...(credentials ? { allowCredentials: credentials.map(({ id }) => ({ id })) } : {}),
    userVerification: 'required',
  })
}

export const createSignIn = (deps: ConsoleDeps) => ask(deps, SIGN_IN)

export const createJoin = (deps: ConsoleDeps, invite: ConsoleInvite) => ask(deps, toJoin(invite))

/** A passkey of whoever is signed in. */
export const createStepUp = (
  deps: ConsoleDeps,
  sessionHash: Uint8Array,
  credentials: readonly Pick<ConsoleCredential, 'id'>[],
) => ask(deps, toStepUp(sessionHash), credentials)

interface SignedIn extends Verified {
  counter: number
}

/** @returns `undefined` for whatever was not signed by that passkey, here, now, and by its owner */
export const verifySignIn = (deps: ConsoleDeps, credential: ConsoleCredential, answer: CredentialAnswer) =>
  verify(deps, SIGN_IN, credential, answer)

/** Same, for that invitation. */
export const verifyJoin = (
  deps: ConsoleDeps,
  invite: ConsoleInvite,
  credential: ConsoleCredential,
  answer: CredentialAnswer,
) => verify(deps, toJoin(invite), credential, answer)

/** Same, for that session. */
export const verifyStepUp = (
  deps: ConsoleDeps,
  sessionHash: Uint8Array,
  credential: ConsoleCredential,
  answer: CredentialAnswer,
) => verify(deps, toStepUp(sessionHash), credential, answer)

const verify = async (
  deps: ConsoleDeps,
  purpose: string,
  { id, publicKey, counter }: ConsoleCredential,
  answer: CredentialAnswer,
): Promise<SignedIn | undefined> => {
  const { verifyAuthenticationResponse } = await load()
  const signed = watchChallenge(deps, purpose)
  const found = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    ...toParty(deps),
    expectedChallenge: signed.check,
    credential: { id, publicKey: new Uint8Array(publicKey), counter },
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!found?.verified) return undefined
  return { counter: found.authenticationInfo.newCounter, ...signed.read() }
}

/** The library hands the challenge over once, and does not tell it again. */
const watchChallenge = (deps: ConsoleDeps, purpose: string) => {
  let seen = ''
  let askedOn = new Date(0)
  return {
    check: (challenge: string): boolean => {
      const made = readChallenge(deps, purpose, challenge)
      if (!made) return false
      seen = challenge
      askedOn = made
      return true
    },
    read: (): Verified => ({ challengeHash: hashSecret(seen), askedOn }),
  }
}
