/** Each may do what those before it may. A viewer sees no picture, a reviewer no audit log. */
export const CONSOLE_ROLES = ['viewer', 'reviewer', 'admin'] as const
export type ConsoleRole = (typeof CONSOLE_ROLES)[number]

/** Of whoever runs the installation. It stands beside the others: nothing of a tenant's people goes with it. */
export const OPERATOR = 'operator'

/** What somebody may be at a desk: that of a tenant, or that of the installation. */
export type DeskRole = ConsoleRole | typeof OPERATOR

/**
 * The desk of the installation: a tenant without data, so that operators sign in, switch and are told of in an audit log as
 * everybody is.
 */
export const INSTALLATION_ID = 'tnt_installation22222222222222'

export const hasRole = (role: DeskRole, needed: DeskRole): boolean =>
  role === needed ||
  (role !== OPERATOR && needed !== OPERATOR && CONSOLE_ROLES.indexOf(role) >= CONSOLE_ROLES.indexOf(needed))
