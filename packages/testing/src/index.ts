export { createEvent } from './create-event.ts'
export {
  createWebhookReplayer,
  type ReplayOptions,
  type WebhookReplayerOptions,
} from './create-webhook-replayer.ts'
export { OUTCOMES, type Outcome } from './outcomes.ts'
export { createWebhookSecret, type SignWebhookInput, signWebhook } from './sign-webhook.ts'
export { type FakeVisavis, type FakeVisavisOptions, startFakeVisavis } from './start-fake-visavis.ts'
export { type VerifyWebhookInput, verifyWebhook, type WebhookEvent } from './verify-webhook.ts'
