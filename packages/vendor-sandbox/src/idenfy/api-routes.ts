import { randomInt, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { settle, toPhotoUrl } from './end-session.ts'
import { IdenfyError } from './idenfy-error.ts'
import type { Idenfy, Session } from './model.ts'
import { requireCaller } from './require-caller.ts'
import { createSessionSchema, METHODS } from './wire.ts'

/** The calls of an integrator. */
export const apiRoutes = (idenfy: Idenfy) =>
  new Hono()
    .use('/identification/*', requireCaller(idenfy))
    .use('/partner/*', requireCaller(idenfy))
    .use('/api/*', requireCaller(idenfy))
    .get('/identification/facial-auth/:scanRef/check-status/', (c) => {
      const method = c.req.query('method')
      if (!method) throw new IdenfyError(400, 'method is required', 'MISSING_VALUE')
      if (!METHODS.some((known) => known === method))
        throw new IdenfyError(400, 'method is not known', 'BAD_VALUE')
      const { scanRef } = findVerification(idenfy, c.req.param('scanRef'))
      const script = idenfy.kit.verdicts.take(scanRef)?.check_status
      return c.json({ type: script ?? 'AUTHENTICATION' })
    })
    .post('/partner/authentication-info', async (c) => {
      const body: unknown = await c.req.json().catch(() => ({}))
      const input = createSessionSchema.safeParse(body)
      if (!input.success) {
        const [first] = input.error.issues
        const isMissing =
          first?.code === 'invalid_type' || first?.code === 'invalid_value'
            ? !Object.hasOwn(Object(body), String(first.path[0]))
            : false
        throw new IdenfyError(
          400,
          `${String(first?.path[0])} is wrong`,
          isMissing ? 'MISSING_VALUE' : 'BAD_VALUE',
        )
      }
      const { scanRef, type, method, lifetime, generateDigitString } = input.data
      const session: Session = {
        id: randomUUID(),
        token: newToken(),
        verification: findVerification(idenfy, scanRef),
        type,
        method,
        endsOn: new Date(idenfy.kit.clock.now().getTime() + lifetime * 1000),
        digitString: generateDigitString ? String(randomInt(1e8)).padStart(8, '0') : undefined,
        status: null,
        failReason: null,
        selfie: undefined,
      }
      idenfy.sessions.set(session.token, session)
      const { token, digitString } = session
      return c.json({ token, ...(digitString ? { digitString } : {}) })
    })
    // Neither paging nor filters are documented.
    .get('/api/v2/facial-authentication-sessions/', (c) =>
      c.json(idenfy.sessions.list().map((session) => toSessionView(idenfy, settle(idenfy, session)))),
    )
    .get('/api/v2/facial-authentication-sessions/:token/', (c) => {
      const session = idenfy.sessions.get(c.req.param('token'))
      if (!session) throw new IdenfyError(404, 'Not found')
      return c.json(toSessionView(idenfy, settle(idenfy, session)))
    })

/** There is no `status` in it, nor a reason. */
const toSessionView = (
  idenfy: Idenfy,
  { id, token, verification, type, method, status, selfie }: Session,
) => ({
  id,
  givenScanRef: verification.scanRef,
  tokenString: token,
  approved: status === 'SUCCESS' ? true : status === 'FAILED' ? false : null,
  type,
  authenticationMethod: method,
  facePhoto: selfie ? toPhotoUrl(idenfy, token) : null,
})

const findVerification = ({ verifications }: Idenfy, scanRef: string) => {
  const found = verifications.get(scanRef)
  if (!found) throw new IdenfyError(404, 'The verification does not exist')
  return found
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Like `3FA5TFPA2ZE3LMPGGS1EGOJNJE`: 26 characters. */
const newToken = (): string => Array.from({ length: 26 }, () => ALPHABET.charAt(randomInt(32))).join('')
