import { CHECKOUT_SCOPE, EVERYDAY_SCOPES, hasScope, isScope, type Scope } from '@visavis/shared/scopes'

/**
 * What a token may do (RFC 6749 §3.3).
 * @param requested names separated by spaces; none asks for everything the client may
 * @returns `undefined` when a name is unknown or more than the client may, or nothing would be left
 */
export const grantScopes = (
  allowed: readonly Scope[],
  requested: string | undefined,
): readonly Scope[] | undefined => {
  const names = (requested ?? '').split(' ').filter((name) => name !== '')
  if (names.length === 0) return allowed
  const granted = new Set<Scope>()
  for (const name of names) {
    if (name === CHECKOUT_SCOPE) {
      for (const scope of EVERYDAY_SCOPES) if (hasScope(allowed, scope)) granted.add(scope)
    } else if (isScope(name) && hasScope(allowed, name)) granted.add(name)
    else return undefined
  }
  return granted.size > 0 ? [...granted] : undefined
}
