import { timingSafeEqual } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Yoti, YotiSession } from './model.ts'
import { verifySignature } from './verify-signature.ts'
import { YotiError } from './yoti-error.ts'

export const BASE_PATH = '/idverify/v1'
export type YotiContext = Context<{ Bindings: HttpBindings }>

/** A backend that signs its request. @returns the SDK id it gave */
const checkBackend = async (yoti: Yoti, c: YotiContext): Promise<string | null> => {
  const target = (c.env.incoming.url ?? '').slice(BASE_PATH.length)
  verifySignature(yoti, {
    method: c.req.method,
    target,
    digest: c.req.header('x-yoti-auth-digest'),
    body: new Uint8Array(await c.req.arrayBuffer()),
  })
  const query = new URL(target, yoti.kit.origin).searchParams
  // The vendor's Go client spells it its own way.
  return query.get('sdkId') ?? query.get('sdkID')
}

/** For what belongs to the application. @throws YotiError */
export const requireApp = async (yoti: Yoti, c: YotiContext): Promise<void> => {
  if ((await checkBackend(yoti, c)) !== yoti.sdkId) throw new YotiError('APP_NOT_FOUND')
}

/** For what belongs to the session in the path. @throws YotiError */
export const requireSession = async (yoti: Yoti, c: YotiContext): Promise<YotiSession> => {
  const sdkId = await checkBackend(yoti, c)
  const session = findSession(yoti, c)
  if (sdkId !== yoti.sdkId) throw new YotiError('BAD_SDK_ID')
  return session
}

/** For the page in the person's browser, which holds the session's token and nothing else. @throws YotiError */
export const requireClient = (yoti: Yoti, c: YotiContext): YotiSession => {
  const token = c.req.header('x-yoti-auth-token')
  if (!token)
    throw new YotiError('MALFORMED_REQUEST', [
      { property: 'header.X-Yoti-Auth-Token', message: 'must not be null or empty' },
    ])
  const session = findSession(yoti, c)
  if (!isSame(token, session.token)) throw new YotiError('BAD_TOKEN')
  if (yoti.kit.clock.now() >= session.tokenEndsOn) throw new YotiError('SESSION_EXPIRED')
  return session
}

const findSession = ({ sessions }: Yoti, c: YotiContext): YotiSession => {
  const session = sessions.get(c.req.param('sessionId') ?? '')
  if (!session) throw new YotiError('SESSION_NOT_FOUND')
  return session
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
