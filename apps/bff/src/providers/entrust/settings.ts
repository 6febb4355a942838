import * as z from 'zod'
import { secretSetting, urlSetting } from '../settings-schema.ts'

/** The Administration API has credentials of its own; without them its faces are not managed from here. */
export const entrustSettingsSchema = z
  .strictObject({
    /** The tenant: `https://{customer}.{region}.trustedauth.com`. */
    base_url: urlSetting,
    /** Of an Authentication API application. */
    application_id: secretSetting,
    /** Of an Administration API application whose role has the FACE permissions. */
    admin_application_id: secretSetting.optional(),
    admin_shared_secret: secretSetting.optional(),
    /** Which of the two ways to create a face: they take the same; the answer of `v1` tells no activation. */
    create_version: z.enum(['v1', 'v2']).default('v2'),
    /** Where the browser gets `onfido-sdk-ui` 14 from. */
    script_url: urlSetting,
    /** Where that script sends the capture, if it is another origin. */
    script_api_url: urlSetting.optional(),
  })
  .superRefine((settings, context) => {
    const { admin_application_id: id, admin_shared_secret: secret } = settings
    const wrong = (key: string) => context.addIssue({ code: 'custom', path: [key], message: 'required' })
    if (id === undefined && secret !== undefined) wrong('admin_application_id')
    if (id !== undefined && secret === undefined) wrong('admin_shared_secret')
  })

export type EntrustSettings = z.output<typeof entrustSettingsSchema>
