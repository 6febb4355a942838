/** What a key or an OAuth client may do. `admin` may do everything, journeys, keys and webhooks included. */
export const SCOPES = [
  'applicant:*',
  'face:add',
  'face:view',
  'face:edit',
  'face:remove',
  'face-authentication:*',
  'match',
  'one-to-n',
  'audit:view',
  'review',
  'admin',
] as const
export type Scope = (typeof SCOPES)[number]

/** Everything a partner's everyday server needs: what an OAuth client gets when nobody says otherwise. */
export const EVERYDAY_SCOPES: readonly Scope[] = SCOPES.filter(
  (scope) => scope !== 'admin' && scope !== 'audit:view' && scope !== 'review',
)

/** The one scope Checkout.com's client asks for; here it stands for all of `EVERYDAY_SCOPES`. */
export const CHECKOUT_SCOPE = 'identity-verification'

export const isScope = (value: string): value is Scope => (SCOPES as readonly string[]).includes(value)

export const hasScope = (granted: readonly Scope[], needed: Scope): boolean =>
  granted.includes('admin') || granted.includes(needed)
