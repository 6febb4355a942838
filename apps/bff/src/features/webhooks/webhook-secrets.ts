/** What a sealed value is bound to, so that it cannot be moved to another endpoint or column. */
export const toSecretContext = (endpointId: string): string => `webhook-secret:${endpointId}`
export const toAuthorizationContext = (endpointId: string): string => `webhook-authorization:${endpointId}`
