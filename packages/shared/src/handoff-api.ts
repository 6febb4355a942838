/** A capture that goes on with another device. `docs/adr/0008-hand-off.md` has the way of it. */
import * as z from 'zod'
import { nextSchema } from './capture-api.ts'

/** How long one QR code is shown, in seconds. */
export const HANDOFF_CODE_LIFETIME_S = 20

/** Numbers a person may get wrong before they have to start again. */
export const MAX_HANDOFF_TRIES = 2

/** `waiting`: nobody has come. `connected`: the other device has the link now. `cancelled`: start again. */
export const HANDOFF_STATES = ['waiting', 'connected', 'cancelled'] as const
export type HandoffState = (typeof HANDOFF_STATES)[number]

/** What the device that gives the capture away shows. */
export const handoffSchema = z
  .object({
    state: z.enum(HANDOFF_STATES),
    /** While `waiting`: what the other device scans. */
    qr: z
      .object({
        url: z.string(),
        /** Modules on a side, the quiet zone included. */
        size: z.int(),
        /** SVG path of the dark ones, in a box of `size`. */
        path: z.string(),
        /** Seconds until another one takes its place. */
        expires_in: z.int(),
      })
      .optional(),
    /** While `waiting`: two digits to type on the other device. */
    number: z.string().optional(),
    /** What the link is at: `done` when this page may go back. */
    next: nextSchema,
  })
  .meta({ id: 'Handoff' })
export type Handoff = z.infer<typeof handoffSchema>

export const startedHandoffSchema = handoffSchema
  .extend({
    /** Eight digits to type at `digits_url` instead of scanning. Shown this once. */
    digits: z.string(),
    digits_url: z.string(),
  })
  .meta({ id: 'StartedHandoff' })
export type StartedHandoff = z.infer<typeof startedHandoffSchema>

const handoffId = z.string().max(64)

/** What the QR code's address carries in its fragment, as `{handoff}.{code}`. */
export const openHandoffSchema = z.object({ handoff: handoffId, code: z.string().max(64) })

/** What a person should recognise before they go on. */
export const openedHandoffSchema = z
  .object({
    /** Goes back with the number, within five minutes. */
    claim: z.string(),
    purpose: z.enum(['authentication', 'enrolment']),
    partner_name: z.string(),
    /** BCP 47, or null: use the browser's. */
    locale: z.string().nullable(),
    /** Where the capture was started, as that browser says itself; null: it did not say. */
    source: z.object({ browser: z.string().nullable(), system: z.string().nullable() }),
  })
  .meta({ id: 'OpenedHandoff' })
export type OpenedHandoff = z.infer<typeof openedHandoffSchema>

export const confirmHandoffSchema = z.object({
  handoff: handoffId,
  claim: z.string().max(128),
  number: z.string().regex(/^\d{2}$/),
})
export type ConfirmHandoff = z.infer<typeof confirmHandoffSchema>

export const confirmedHandoffSchema = z
  .object({
    /** The link, with a token of its own. */
    verification_url: z.string(),
  })
  .meta({ id: 'ConfirmedHandoff' })
