import type { ErrorCode } from '@visavis/shared/errors'
import type { Scope } from '@visavis/shared/scopes'
import type * as z from 'zod'

/** One endpoint, as the document tells it. Handlers know nothing of it; a test keeps both in step. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** As registered, with `{name}` for `:name`. */
  path: `/${string}`
  /** Name of the call in generated clients. */
  id: string
  summary: string
  description?: string
  tag: Tag
  /** Whose credential opens it, and so which error body it answers with; `browser` is the capture API without one. */
  audience: 'partner' | 'capture' | 'browser' | 'public'
  /** What a key or token needs for it. */
  scope?: Scope
  /** JSON body; without, the endpoint takes none. */
  body?: z.ZodType
  /** Bodies of other media types. */
  otherBodies?: Readonly<Record<string, z.ZodType>>
  query?: z.ZodObject
  /** Request headers of its own. */
  header?: z.ZodObject
  /** By status. `schema` of the body, JSON unless `mediaType` says otherwise; without, there is none. */
  answers: Readonly<Record<number, { description: string; schema?: z.ZodType; mediaType?: string }>>
  /** Beside those that come with the audience, the method and the body. */
  errors?: readonly ErrorCode[]
}

export const TAGS = {
  Applicants: 'The people you authenticate.',
  Faces: 'References to compare with: uploaded, captured, or kept by a provider.',
  'Matches and 1:N': 'Two pictures compared, and one looked for among many.',
  'Face authentications': 'Is it still the same person? The only place a decision is read.',
  Access: 'Journeys, keys and tokens.',
  Webhooks: 'What happened, sent to you, and the log of it.',
  Capture: "What the capture page calls with a link's token. For the page that comes with this server.",
  Operations: 'Health and this document.',
} as const
export type Tag = keyof typeof TAGS
