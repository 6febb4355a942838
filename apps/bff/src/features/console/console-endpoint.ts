import type { AuditAction } from '@visavis/shared/audit'
import type { ConsoleRole } from '@visavis/shared/console-roles'
import {
  type Endpoint,
  type EndpointRequest,
  type EndpointSpec,
  endpoint,
  type Handler,
} from '../../http/endpoint.ts'
import type { ConsoleEnv } from './console-session.ts'

interface ConsoleSpec extends Omit<EndpointSpec, 'audience' | 'tag'> {
  /** Without one it would be open to everybody: the compiler wants it said. */
  role: ConsoleRole | 'anyone'
  /** Default: `console_user.deny`. */
  denial?: AuditAction
}

export interface ConsoleEndpoint<Deps> extends Endpoint<Deps, ConsoleEnv> {
  role: ConsoleRole | 'anyone'
  /** What the audit log says where the role does not suffice. */
  denial: AuditAction
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
})
