import { Hono } from 'hono'
import * as z from 'zod'
import { EntrustError } from './entrust-error.ts'
import { lockOf } from './lockout.ts'
import { type Entrust, findFace, findUser, statusAt } from './model.ts'
import { readBody } from './read-body.ts'
import { detailsSchema, whoSchema } from './wire.ts'

const querySchema = whoSchema.extend(detailsSchema.shape).extend({
  maxAge: z.int().optional(),
  requestTime: z.int().optional(),
  returnDefaultChallenge: z.boolean().optional(),
  supportChoosingOtpDelivery: z.boolean().optional(),
})

/** Around a challenge: what a user can prove themselves with, how often they may still try, and the end of it all. */
export const sessionRoutes = (entrust: Entrust) =>
  new Hono()
    .post('/v2/authentication/users', async (c) => {
      const { applicationId, userId } = await readBody(c, querySchema)
      if (applicationId !== entrust.applicationId) throw new EntrustError(400, 'Unknown application')
      const user = findUser(entrust, userId)
      if (!user) throw new EntrustError(404, 'User not found')
      const now = entrust.kit.clock.now()
      const face = findFace(entrust, user)
      const usable = face && statusAt(face, now) === 'ACTIVE' ? ['FACE'] : []
      const { isLocked, lockedOn, endsOn, triesLeft } = lockOf(user, now)
      return c.json({
        time: now.getTime(),
        authenticationCompleted: false,
        authenticationTypes: usable,
        availableSecondFactor: usable,
        authenticatorLockoutStatus: [
          {
            type: 'FACE',
            locked: isLocked,
            lockoutDate: lockedOn?.toISOString() ?? null,
            lockoutExpiryDate: endsOn?.toISOString() ?? null,
            remainingAuthenticationAttempts: triesLeft,
          },
        ],
      })
    })
    .post('/v1/authentication/logout', (c) => {
      // As the official SDK sends it: here, and nowhere else, with `Bearer`.
      const [, token = ''] = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '') ?? []
      if (!entrust.userTokens.delete(token)) throw new EntrustError(401, 'Not authenticated')
      return c.body(null, 200)
    })
