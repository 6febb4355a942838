import * as z from 'zod'
import { secretSetting, urlSetting } from '../settings-schema.ts'

/** Checkout.com Identities, "Base URLs". */
const HOSTS = {
  sandbox: {
    api: 'https://identity-verification.sandbox.checkout.com',
    token: 'https://access.sandbox.checkout.com/connect/token',
  },
  production: {
    api: 'https://identity-verification.checkout.com',
    token: 'https://access.checkout.com/connect/token',
  },
} as const

/**
 * `secret_key`, or `client_id` with `client_secret`. Another server than the vendor's (`base_url`) is never mixed with
 * the vendor's token endpoint: credentials meant for a test would go to production.
 */
export const checkoutSettingsSchema = z
  .strictObject({
    environment: z.enum(['sandbox', 'production']).default('sandbox'),
    /** The vendor's configuration, from its account manager; ids in its own examples do not fit its own pattern. */
    user_journey_id: z.string().regex(/^usj_\w{1,64}$/),
    secret_key: secretSetting.optional(),
    client_id: secretSetting.optional(),
    client_secret: secretSetting.optional(),
    /** The signature key of the workflow's webhook action. Without it no webhook is believed, and results are polled. */
    webhook_secret: secretSetting.optional(),
    base_url: urlSetting.optional(),
    token_url: urlSetting.optional(),
  })
  .superRefine((settings, context) => {
    const wrong = (key: string) => context.addIssue({ code: 'custom', path: [key], message: 'required' })
    const isOauth = settings.client_id !== undefined || settings.client_secret !== undefined
    if (!isOauth && settings.secret_key === undefined) wrong('secret_key')
    if (isOauth && settings.secret_key !== undefined) wrong('secret_key')
    if (isOauth && settings.client_id === undefined) wrong('client_id')
    if (isOauth && settings.client_secret === undefined) wrong('client_secret')
    if (isOauth && settings.base_url !== undefined && settings.token_url === undefined) wrong('token_url')
    if (settings.base_url === undefined && settings.token_url !== undefined) wrong('base_url')
  })
  .transform(({ environment, base_url, token_url, ...settings }) => ({
    ...settings,
    apiUrl: base_url ?? HOSTS[environment].api,
    tokenUrl: token_url ?? HOSTS[environment].token,
  }))

export type CheckoutSettings = z.output<typeof checkoutSettingsSchema>
