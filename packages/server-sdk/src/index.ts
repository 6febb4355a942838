export { WebhookVerificationError } from 'standardwebhooks'
export type { ApiKey, OauthClient } from './create-credentials.ts'
export type { HttpOptions } from './create-http.ts'
export { createVisavis, type Visavis, type VisavisOptions } from './create-visavis.ts'
export type { components } from './partner-api.ts'
export { type VerifyWebhookInput, verifyWebhook, type WebhookEvent } from './verify-webhook.ts'
export {
  VisavisConnectionError,
  VisavisError,
  type VisavisErrorCode,
  type VisavisErrorOptions,
} from './visavis-error.ts'
