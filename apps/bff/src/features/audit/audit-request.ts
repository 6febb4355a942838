import { toPlainId } from '@visavis/shared/ids'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import ipaddr from 'ipaddr.js'
import { readClientAddress } from '../../http/client-address.ts'
import type { AppEnv, PartnerEnv } from '../../http/env.ts'
import type { Audit } from '../../http/partner-endpoint.ts'
import { type AuditActor, type AuditContent, toCredentialActor } from './audit-event-rules.ts'
import type { AuditDeps } from './deps.ts'
import { recordAuditEvent } from './record-audit-event.ts'

export interface AuditEdgeDeps extends AuditDeps {
  /** Reverse proxies in front; default 0. */
  trustedProxies?: number
}

/** From where, and in which request. */
export const readOrigin = <E extends AppEnv>(
  c: Context<E>,
  { trustedProxies = 0 }: Pick<AuditEdgeDeps, 'trustedProxies'>,
): Pick<AuditContent, 'clientAddress' | 'requestId'> => {
  const address = readClientAddress(c, trustedProxies)
  // IPv4 inside IPv6 is IPv4 (RFC 4291 §2.5.5.2).
  return {
    clientAddress: address === undefined ? null : ipaddr.process(address).toString(),
    requestId: c.get('requestId'),
  }
}

interface Caller {
  tenantId: string
  actor: AuditActor
}

/**
 * Writes what a call did, once it has succeeded; what was refused changed nothing. The change is kept by then, in
 * transactions of its own: a process that dies in between leaves a change without an entry. Whoever asked gets the
 * answer only with the entry written.
 */
export const auditCall = <E extends AppEnv>(
  deps: AuditEdgeDeps,
  { action, subject }: Audit,
  readCaller: (c: Context<E>) => Caller,
) =>
  createMiddleware<E>(async (c, next) => {
    await next()
    if (!c.res.ok) return
    await recordAuditEvent(deps, {
      ...readCaller(c),
      action,
      subjectId: await readSubject(c, subject),
      ...readOrigin(c, deps),
    })
  })

/** A call of the partner API, with a key or a token. */
export const auditRequest = (deps: AuditEdgeDeps, audit: Audit) =>
  auditCall<PartnerEnv>(deps, audit, (c) => ({
    tenantId: c.get('tenantId'),
    actor: toCredentialActor(c.get('credentialId')),
  }))

/** A parameter of the path, or a field of the answer. */
const readSubject = async <E extends AppEnv>(c: Context<E>, name: string): Promise<string | null> => {
  const parameter = c.req.param(name)
  if (parameter !== undefined) return toPlainId(parameter)
  const { [name]: id } = (await c.res.clone().json()) as Record<string, unknown>
  return typeof id === 'string' ? id : null
}
