import * as z from 'zod'
import { secretSetting, urlSetting } from '../settings-schema.ts'

/** uqudo docs, "Authorisation API" and the OpenAPI file's `servers`. */
const API_URL = 'https://id.uqudo.io'
const TOKEN_URL = 'https://auth.uqudo.io/api/oauth/token'

/**
 * `capture: selfie`, the default: our page takes the picture, the vendor compares it; no liveness. `session`: the
 * vendor's script takes it and checks liveness. That script is started with an access token of the whole account, there
 * is no narrower one: it has to be agreed to by name.
 */
export const uqudoSettingsSchema = z
  .strictObject({
    client_id: secretSetting,
    client_secret: secretSetting,
    capture: z.enum(['selfie', 'session']).default('selfie'),
    /** `iss` of signed results; the vendor does not publish it. With `session`. */
    issuer: secretSetting.optional(),
    /** Where the vendor's script lies: the operator's copy of `uqudosdk-web`. With `session`. */
    script_url: urlSetting.optional(),
    /** With `session`: `true`. */
    browser_gets_account_token: z.boolean().optional(),
    base_url: urlSetting.optional(),
    token_url: urlSetting.optional(),
  })
  .superRefine((settings, context) => {
    const wrong = (key: string) => context.addIssue({ code: 'custom', path: [key], message: 'required' })
    if (settings.capture === 'session') {
      if (settings.issuer === undefined) wrong('issuer')
      if (settings.script_url === undefined) wrong('script_url')
      if (settings.browser_gets_account_token !== true) wrong('browser_gets_account_token')
    }
    // Credentials for a server of one's own must not go to the vendor's token endpoint.
    if (settings.base_url !== undefined && settings.token_url === undefined) wrong('token_url')
    if (settings.base_url === undefined && settings.token_url !== undefined) wrong('base_url')
  })
  .transform(({ base_url, token_url, ...settings }) => ({
    ...settings,
    apiUrl: base_url ?? API_URL,
    tokenUrl: token_url ?? TOKEN_URL,
    isOwnServer: base_url !== undefined,
  }))

export type UqudoSettings = z.output<typeof uqudoSettingsSchema>
