import type { AuditAction } from '@visavis/shared/audit'
import type { ConsoleRole } from '@visavis/shared/console-roles'
import type { Context } from 'hono'
import {
  type Endpoint,
  type EndpointRequest,
  type EndpointSpec,
  endpoint,
  type Handler,
  type NeededRole,
} from '../../http/endpoint.ts'
import type { PartnerEnv } from '../../http/env.ts'
import type { Audit, PartnerEndpoint } from '../../http/partner-endpoint.ts'
import type { ConsoleEnv } from './console-session.ts'

interface ConsoleSpec extends Omit<EndpointSpec, 'audience' | 'tag'> {
  /** Without one it would be open to everybody: the compiler wants it said. */
  role: NeededRole
  /** Default: `console_user.deny`. */
  denial?: AuditAction
  /** What the audit log says once it has succeeded; absent: the handler writes what there is to say, or nothing changes. */
  audit?: Audit
}

export interface ConsoleEndpoint<Deps> extends Endpoint<Deps, ConsoleEnv> {
  role: NeededRole
  /** What the audit log says where the role does not suffice. */
  denial: AuditAction
  audit?: Audit
}

/** What the console's pages call, with the cookie of a session unless `anyone` may. */
export const consoleEndpoint = <const Spec extends ConsoleSpec, Deps>(
  spec: Spec,
  handle: Handler<Deps, EndpointRequest<Spec, ConsoleEnv>, Spec['answers']>,
): ConsoleEndpoint<Deps> => ({
  ...endpoint({ ...spec, tag: 'Console', audience: 'console' }, (deps: Deps, request) =>
    handle(deps, request),
  ),
  role: spec.role,
  denial: spec.denial ?? 'console_user.deny',
  ...(spec.audit ? { audit: spec.audit } : {}),
})

interface PartnerCallOptions {
  role: ConsoleRole
  /** What takes the place of the first part of its path, that of the partner API. */
  path: `/console/api/${string}`
  /** Nobody changes anything there with a passkey of before the last minutes. */
  recentPasskey?: boolean
}

/**
 * A call of the partner API in the name of whoever is signed in: the same checks and the same handler for their tenant,
 * and an entry of the audit log that names them.
 */
export const partnerCall = <Deps>(
  { scope: _, pictures: __, audit, answer, ...spec }: PartnerEndpoint<Deps>,
  { role, path, recentPasskey = false }: PartnerCallOptions,
): ConsoleEndpoint<Deps> => ({
  ...spec,
  path: `${path}${spec.path.replace(/^\/[^/]+/, '')}`,
  id: `${spec.id}InConsole`,
  tag: 'Console',
  audience: 'console',
  role,
  denial: 'console_user.deny',
  ...(recentPasskey && spec.method !== 'get' ? { recentPasskey } : {}),
  ...('action' in audit ? { audit } : {}),
  answer: (deps, c) => {
    const user = c.get('user')
    // The handler knows its callers as the partner API does: by their tenant, and by the id of what let them in.
    const asPartner = c as unknown as Context<PartnerEnv>
    asPartner.set('tenantId', user.tenantId)
    asPartner.set('credentialId', user.id)
    return answer(deps, asPartner)
  },
})
