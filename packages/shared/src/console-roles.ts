/** Each may do what those before it may. A viewer sees no picture, a reviewer no audit log. */
export const CONSOLE_ROLES = ['viewer', 'reviewer', 'admin'] as const
export type ConsoleRole = (typeof CONSOLE_ROLES)[number]

export const hasRole = (role: ConsoleRole, needed: ConsoleRole): boolean =>
  CONSOLE_ROLES.indexOf(role) >= CONSOLE_ROLES.indexOf(needed)
