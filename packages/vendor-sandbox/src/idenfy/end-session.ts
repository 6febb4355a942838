import { createHmac } from 'node:crypto'
import type { Idenfy, Session } from './model.ts'

/** Ends it, once, and tells the integrator: by success, failure, expiration or the person (*Webhooks*). */
export const endSession = (idenfy: Idenfy, session: Session, status: string, failReason?: string): void => {
  if (session.status !== null) return
  session.status = status
  session.failReason = failReason ?? null
  if (!idenfy.webhookUrl) return
  const { token, verification, type, method, selfie, id } = session
  const body = JSON.stringify({
    token,
    clientId: verification.clientId,
    scanRef: verification.scanRef,
    status,
    type,
    method,
    facePhoto: selfie ? toPhotoUrl(idenfy, token) : null,
    ipAddress: '203.0.113.7',
    failReason: session.failReason,
    riskTags: [],
    ...(status === 'EXPIRED' ? { id } : {}),
  })
  idenfy.kit.webhooks.send({
    url: idenfy.webhookUrl,
    headers: {
      'Idenfy-Event-Type': 'FACIAL_AUTHENTICATION',
      'Idenfy-Signature': createHmac('sha256', idenfy.signingKey).update(body).digest('hex'),
    },
    body,
  })
}

/** Nobody started in time. Seen whenever somebody looks. */
export const settle = (idenfy: Idenfy, session: Session): Session => {
  if (session.endsOn <= idenfy.kit.clock.now()) endSession(idenfy, session, 'EXPIRED')
  return session
}

/** The vendor's is a signed link to a store of files. */
export const toPhotoUrl = ({ kit }: Idenfy, token: string): string =>
  `${kit.origin}/photos/${token}/FRONT.jpg?signature=sandbox`
