/** Checkout.com Identities, Face Authentication, as far as it is used. Unknown fields and values pass: they are added. */
import * as z from 'zod'

const link = z.object({ href: z.url() })

export const createdAuthenticationSchema = z.object({ id: z.string().min(1) })

export const createdAttemptSchema = z.object({
  id: z.string().min(1),
  _links: z.object({ verification_url: link }),
})

export const authenticationSchema = z.object({
  status: z.string(),
  response_codes: z.array(z.object({ code: z.number() })).default([]),
  risk_labels: z.array(z.string()).default([]),
})
export type WireAuthentication = z.infer<typeof authenticationSchema>

export const assetsSchema = z.object({
  data: z.array(z.object({ type: z.string(), _links: z.object({ asset_url: link }) })),
})

export const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })

export const errorSchema = z.object({
  error_codes: z.array(z.string()).optional(),
  error_type: z.string().optional(),
})

export const eventSchema = z.object({
  created_on: z.iso.datetime({ offset: true }),
  data: z.object({ face_authentication_id: z.string().min(1) }),
})

/** What is remembered of a capture. */
export const stateSchema = z.object({ authenticationId: z.string(), attemptId: z.string() })
