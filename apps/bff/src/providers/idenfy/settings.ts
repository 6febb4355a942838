import * as z from 'zod'
import { secretSetting, urlSetting } from '../settings-schema.ts'

export const idenfySettingsSchema = z.strictObject({
  api_key: secretSetting,
  api_secret: secretSetting,
  /**
   * What the webhook notification is signed with (*Callback signing*); an older text names the API secret instead, so
   * it is a setting of its own. Without it webhooks are not taken, and results are polled.
   */
  signing_key: secretSetting.optional(),
  /** Also asks for digits that open the capture in the vendor's own app; the page shows them. */
  digit_string: z.boolean().default(false),
  base_url: urlSetting.default('https://ivs.idenfy.com'),
  /** Where the vendor's page is. */
  capture_url: urlSetting.default('https://face.authentication.idenfy.com'),
})
export type IdenfySettings = z.output<typeof idenfySettingsSchema>
