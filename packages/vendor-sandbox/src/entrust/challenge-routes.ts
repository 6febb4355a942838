import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { WEB_SESSION_COOKIE } from './admin-routes.ts'
import { EntrustError } from './entrust-error.ts'
import { lockOf } from './lockout.ts'
import { type Challenge, type Entrust, findFace, findUser, statusAt } from './model.ts'
import { readBody } from './read-body.ts'
import { completeSchema, startSchema } from './wire.ts'

/** Default of the tenant's session idle timeout. How long a challenge lives is not published. */
const LIFETIME_MS = 900_000

/** FACE challenges of the Authentication API: started by `v2`, asked about and called off by `v1`. */
export const challengeRoutes = (entrust: Entrust) =>
  new Hono()
    .post('/v2/authentication/users/authenticate/FACE', async (c) => {
      const { applicationId, userId, pushMutualChallengeEnabled } = await readBody(c, startSchema)
      if (applicationId !== entrust.applicationId) throw new EntrustError(400, 'Unknown application')
      const user = findUser(entrust, userId)
      if (!user) throw new EntrustError(404, 'User not found')
      const face = findFace(entrust, user)
      const now = entrust.kit.clock.now()
      if (!face || statusAt(face, now) !== 'ACTIVE') throw new EntrustError(400, 'No active face')
      // How a locked one is refused is not published.
      if (lockOf(user, now).isLocked) throw new EntrustError(403, 'Locked')
      const challenge = newChallenge(face.userId, face.id, now)
      entrust.challenges.set(challenge.token, challenge)
      const { token, expires, sdkToken, workflowRunId } = challenge
      const device = entrust.kit.verdicts.take(user.id)?.device ?? (face.mobile ? 'MOBILE' : 'WEB')
      return c.json({
        time: now.getTime(),
        expires: expires.getTime(),
        token,
        authenticationCompleted: false,
        faceChallenge: { device, id: face.id, ...(device === 'WEB' ? { sdkToken, workflowRunId } : {}) },
        ...(pushMutualChallengeEnabled ? { pushMutualChallenge: String(randomInt(10, 100)) } : {}),
      })
    })
    .post('/v1/authentication/users/authenticate/FACE/complete', async (c) => {
      const input = await readBody(c, completeSchema)
      // Raw: the official browser SDK sends it so, and the specification knows no `Bearer` here.
      const challenge = entrust.challenges.get(c.req.header('authorization') ?? '')
      if (!challenge) throw new EntrustError(401, 'Not authenticated')
      const { applicationId = entrust.applicationId, userId = challenge.userId } = input
      if (applicationId !== entrust.applicationId || findUser(entrust, userId)?.id !== challenge.userId) {
        throw new EntrustError(400, 'Of another challenge', 'invalid_user_response')
      }
      if (challenge.isCancelled || challenge.expires <= entrust.kit.clock.now()) {
        throw new EntrustError(400, 'No such transaction', 'INVALID_TRANSACTION')
      }
      if (input.cancel) {
        challenge.isCancelled = true
        return c.json({ status: 'CANCEL', authenticationCompleted: false })
      }
      const { outcome } = challenge
      if (!outcome) return c.json({ status: 'NO_RESPONSE', authenticationCompleted: false })
      if (outcome.errorCode !== undefined) throw new EntrustError(400, 'Failed', outcome.errorCode)
      const userToken = newToken('idaas-user')
      if (outcome.isCompleted) {
        entrust.userTokens.set(userToken, { userId: challenge.userId }, LIFETIME_MS)
        if (input.enableWebSession) setCookie(c, WEB_SESSION_COOKIE, randomUUID(), { httpOnly: true })
      }
      return c.json({
        ...(outcome.status === null ? {} : { status: outcome.status }),
        authenticationCompleted: outcome.isCompleted,
        ...(outcome.isCompleted ? { token: userToken, userId } : {}),
      })
    })

const newToken = (prefix: string) => `${prefix}-${randomBytes(24).toString('base64url')}`

const newChallenge = (userId: string, faceId: string, now: Date): Challenge => ({
  token: newToken('idaas-challenge'),
  userId,
  faceId,
  sdkToken: newToken('onfido-sdk'),
  workflowRunId: randomUUID(),
  expires: new Date(now.getTime() + LIFETIME_MS),
  outcome: undefined,
  isCancelled: false,
})
