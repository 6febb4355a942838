import { createPrivateKey } from 'node:crypto'
import * as z from 'zod'
import { secretSetting, urlSetting } from '../settings-schema.ts'

/** The vendor signs with RSA and nothing else (Yoti IDV, "Generate signed request"). */
const privateKeySetting = z
  .string()
  .min(1)
  .max(16_384)
  .transform((pem, context) => {
    try {
      const key = createPrivateKey(pem)
      if (key.asymmetricKeyType === 'rsa') return key
    } catch {
      // Not the parser's message: it is about a key.
    }
    context.addIssue({ code: 'invalid_format', format: 'pem' })
    return z.NEVER
  })

export const yotiSettingsSchema = z.strictObject({
  sdk_id: secretSetting,
  /** The application's key as Yoti Hub gives it: PEM, line ends included. */
  private_key: privateKeySetting,
  /** `STATIC`: one picture. `ZOOM`: the face moves. */
  liveness_type: z.enum(['STATIC', 'ZOOM']).default('STATIC'),
  /** Tries at the liveness check. The guides say both "greater than 0" and "greater than 1". */
  max_retries: z.int().min(1).max(10).default(3),
  /** The page's look, from Yoti Hub. */
  brand_id: secretSetting.optional(),
  base_url: urlSetting.default('https://api.yoti.com/idverify/v1'),
})

export type YotiSettings = z.output<typeof yotiSettingsSchema>
