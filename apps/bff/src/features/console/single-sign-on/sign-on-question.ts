import type { ConsoleDeps } from '../deps.ts'
import { createChallenge, readChallenge } from '../passkey-challenge.ts'
import type { SignOnSecrets } from './openid-issuer.ts'

/** What the browser keeps while it is at the provider, in a cookie. */
export interface SignOnQuestion {
  cookie: string
  secrets: SignOnSecrets
}

/** @param sessionHash of the session that somebody confirms; absent: they sign in */
const toPurpose = (sessionHash: Uint8Array | undefined): string =>
  sessionHash ? `sign-on of ${Buffer.from(sessionHash).toString('hex')}` : 'sign-on'

type QuestionDeps = Pick<ConsoleDeps, 'keyedHash' | 'now'>

export const createQuestion = (deps: QuestionDeps, sessionHash?: Uint8Array): SignOnQuestion => {
  const cookie = Buffer.from(createChallenge(deps, toPurpose(sessionHash))).toString('base64url')
  return { cookie, secrets: toSecrets(deps, cookie) }
}

/** @returns `undefined` for what this server did not ask, for this, within the last minutes */
export const readQuestion = (
  deps: QuestionDeps,
  cookie: string,
  sessionHash?: Uint8Array,
): (SignOnQuestion & { askedOn: Date }) | undefined => {
  const askedOn = readChallenge(deps, toPurpose(sessionHash), cookie)
  return askedOn && { cookie, secrets: toSecrets(deps, cookie), askedOn }
}

/** All from what the cookie says and our key, so that nothing is stored for people nobody knows yet. */
const toSecrets = ({ keyedHash }: QuestionDeps, cookie: string): SignOnSecrets => {
  const derive = (what: string) =>
    Buffer.from(keyedHash('sign-on', `${what}:${cookie}`)).toString('base64url')
  return { state: derive('state'), nonce: derive('nonce'), verifier: derive('verifier') }
}
