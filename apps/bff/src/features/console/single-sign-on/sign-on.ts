import type { AuditReason } from '@visavis/shared/audit'
import { AppError } from '@visavis/shared/errors'
import { hashSecret } from '../../links/index.ts'
import { beginSession, type StartedSession } from '../begin-session.ts'
import type { ConsoleUser } from '../console-users-repo.ts'
import { addInvitedUser, createInvitedUser } from '../create-invited-user.ts'
import type { ConsoleDeps, ConsoleRepositories, Origin } from '../deps.ts'
import { recordOwnAct } from '../record-own-act.ts'
import { notAfter } from '../session-rules.ts'
import type { Session } from '../step-up.ts'
import type { OpenidIdentity } from './openid-issuer.ts'
import { createQuestion, readQuestion, type SignOnQuestion } from './sign-on-question.ts'

/** The page that the provider sends browsers back to, which hands what it was sent to us. */
const toRedirectUri = ({ consoleUrl }: Pick<ConsoleDeps, 'consoleUrl'>) =>
  `${consoleUrl}/console/oidc/callback`

/** @throws AppError NOT_FOUND: this server has none */
const requireIssuer = ({ singleSignOn }: Pick<ConsoleDeps, 'singleSignOn'>) => {
  if (!singleSignOn) throw new AppError('NOT_FOUND')
  return singleSignOn
}

/**
 * @param session of whoever has to show again who they are; absent: they sign in
 * @throws AppError NOT_FOUND, SIGN_ON_UNAVAILABLE
 */
export const beginSignOn = async (
  deps: ConsoleDeps,
  session?: Pick<Session, 'sessionHash'>,
): Promise<{ cookie: string; url: URL }> => {
  const { cookie, secrets } = createQuestion(deps, session?.sessionHash)
  const options = { redirectUri: toRedirectUri(deps), isFresh: session !== undefined }
  return { cookie, url: await requireIssuer(deps).begin(secrets, options) }
}

interface SignOnAnswer {
  /** Of `beginSignOn`, as the browser kept it. */
  cookie: string | undefined
  /** The query string that the provider sent the browser back with. */
  answer: string
  /** Of this browser, if it has one that is good now. */
  session: Session | undefined
}

/**
 * What the provider sent the browser back with: a new session for whoever is invited here, or the confirmation of the one
 * there is. Why somebody is refused is in the logs; the page tells everybody the same.
 * @throws AppError NOT_FOUND, SIGN_ON_REFUSED, SIGN_ON_UNAVAILABLE
 */
export const finishSignOn = async (
  deps: ConsoleDeps,
  { cookie = '', answer, session }: SignOnAnswer,
  origin: Origin,
): Promise<StartedSession | { user: ConsoleUser; token?: never }> => {
  const issuer = requireIssuer(deps)
  const url = new URL(toRedirectUri(deps))
  url.search = answer
  const toSignIn = readQuestion(deps, cookie)
  const toConfirm = session && readQuestion(deps, cookie, session.sessionHash)
  const question = toSignIn ?? toConfirm
  if (!question || url.searchParams.get('state') !== question.secrets.state) {
    return refuse(deps, { reason: 'state_wrong', user: session?.user }, origin)
  }
  const found = await issuer.finish(question.secrets, url)
  if (found.kind === 'refused') {
    const { code } = found
    return refuse(deps, { reason: 'answer_refused', code, user: toConfirm && session.user }, origin)
  }
  return toConfirm
    ? confirm(deps, { ...session, identity: found.identity, askedOn: toConfirm.askedOn }, origin)
    : signIn(deps, question, found.identity, origin)
}

interface Refusal {
  reason: AuditReason | 'email_unknown'
  /** Absent: nobody here, so nobody's audit log has it. */
  user: Pick<ConsoleUser, 'id' | 'tenantId'> | undefined
  code?: string
}

/** @throws AppError SIGN_ON_REFUSED, always */
const refuse = async (deps: ConsoleDeps, { reason, user, code }: Refusal, origin: Origin): Promise<never> => {
  deps.log.warn({ request_id: origin.requestId, reason, code }, 'single sign-on refused')
  if (user && reason !== 'email_unknown') {
    await recordOwnAct(deps, user, { action: 'console_user.deny', reason }, origin)
  }
  throw new AppError('SIGN_ON_REFUSED')
}

const signIn = async (
  deps: ConsoleDeps,
  { cookie }: SignOnQuestion,
  identity: OpenidIdentity,
  origin: Origin,
): Promise<StartedSession> => {
  const { database, now } = deps
  // The provider may have known them for hours: whatever needs care asks again then.
  const proof = { challengeHash: hashSecret(cookie), shownOn: identity.authenticatedOn ?? new Date(0) }
  const known = await database.consoleIdentities.findUser(identity)
  if (known) {
    const isInvited = await isStillInvited(deps, known, identity)
    const session = await database.transaction(async (repositories) => {
      const inside = { database: repositories, now }
      const joined = isInvited ? await join(inside, known, origin) : undefined
      return beginSession(inside, joined ?? known, proof, origin)
    })
    return session ?? refuse(deps, { reason: 'replayed', user: known }, origin)
  }
  const { email, isVerified } = await identity.readEmail()
  const [namesake] = email === undefined ? [] : await database.consoleIdentities.listUsersByEmail(email)
  if (email === undefined || !isVerified) {
    return refuse(deps, { reason: 'email_unverified', user: namesake }, origin)
  }
  const session = await database.transaction(async (repositories) => {
    const inside = { database: repositories, now }
    const user = await admit(inside, { ...identity, email }, origin)
    if (user) await join(inside, user, origin)
    return user && beginSession(inside, user, proof, origin)
  })
  return (
    session ?? refuse(deps, { reason: namesake ? 'other_account' : 'email_unknown', user: namesake }, origin)
  )
}

/** Whether others have invited an address that is still theirs: the provider may have given it to somebody else since. */
const isStillInvited = async (
  { database, now }: Pick<ConsoleDeps, 'database' | 'now'>,
  { email: address }: Pick<ConsoleUser, 'email'>,
  identity: OpenidIdentity,
): Promise<boolean> => {
  if (address === null || (await database.consoleInvites.listOpenByEmail(address, now())).length === 0) {
    return false
  }
  const { email, isVerified } = await identity.readEmail()
  return isVerified && email === address
}

type Inside = Pick<ConsoleDeps, 'now'> & { database: ConsoleRepositories }

/**
 * Somebody who comes for the first time: a user with that address who has no account of the provider's yet, or whoever is
 * invited by it. From then on it is the account that counts, whatever becomes of the address.
 */
const admit = async (
  inside: Inside,
  { issuer, subject, email }: Pick<OpenidIdentity, 'issuer' | 'subject'> & { email: string },
  origin: Origin,
): Promise<ConsoleUser | undefined> => {
  const { consoleIdentities } = inside.database
  const [namesake] = await consoleIdentities.listUsersByEmail(email)
  const user = namesake?.isBound === false ? namesake : await acceptByEmail(inside, email, origin)
  if (!user) return undefined
  const row = { issuer, subject, userId: user.id, createdOn: inside.now() }
  // A second window was faster: nothing of this one stays.
  if (!(await consoleIdentities.insert(row))) throw new AppError('SIGN_ON_REFUSED')
  return user
}

const acceptByEmail = async (
  inside: Inside,
  email: string,
  origin: Origin,
): Promise<ConsoleUser | undefined> => {
  const { consoleInvites } = inside.database
  const [invite] = await consoleInvites.listOpenByEmail(email, inside.now())
  if (!invite || !(await consoleInvites.use(invite.id, inside.now()))) return undefined
  return createInvitedUser(inside, invite, undefined, origin)
}

/**
 * Other tenants have invited them by the address that they were first known by. Whoever has a passkey joins with that, by the
 * link: it may be somebody else's, whom the tenant before let register it under their address.
 * @returns as what they are known where they were invited first; `undefined`: nowhere else
 */
const join = async (
  inside: Inside,
  { id, email }: Pick<ConsoleUser, 'id' | 'email'>,
  origin: Origin,
): Promise<ConsoleUser | undefined> => {
  const { consoleInvites, consoleUsers } = inside.database
  if (email === null || (await consoleUsers.listCredentials(id)).length > 0) return undefined
  const joined: (ConsoleUser | undefined)[] = []
  for (const invite of await consoleInvites.listOpenByEmail(email, inside.now())) {
    if (!(await consoleInvites.use(invite.id, inside.now()))) continue
    joined.push(await addInvitedUser(inside, invite, id, origin))
  }
  return joined[0]
}

/** The provider's clock and ours. */
const CLOCK_TOLERANCE_MS = 30_000

const confirm = async (
  deps: ConsoleDeps,
  { user, sessionHash, identity, askedOn }: Session & { identity: OpenidIdentity; askedOn: Date },
  origin: Origin,
): Promise<{ user: ConsoleUser }> => {
  const { database, now } = deps
  const owner = await database.consoleIdentities.findUser(identity)
  if (owner?.id !== user.id) return refuse(deps, { reason: 'other_account', user }, origin)
  const { authenticatedOn } = identity
  if (!authenticatedOn || authenticatedOn.getTime() < askedOn.getTime() - CLOCK_TOLERANCE_MS) {
    return refuse(deps, { reason: 'login_stale', user }, origin)
  }
  await database.transaction(async (repositories) => {
    await repositories.consoleSessions.stepUp(sessionHash, notAfter(authenticatedOn, now()))
    await recordOwnAct({ database: repositories, now }, user, { action: 'console_user.step_up' }, origin)
  })
  return { user }
}
