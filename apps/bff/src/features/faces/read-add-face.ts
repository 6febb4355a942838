import { AppError } from '@visavis/shared/errors'
import { type AddFace, addFaceSchema } from '@visavis/shared/faces-api'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import type { Context } from 'hono'
import * as z from 'zod'
import { decodeImages } from '../../http/decode-images.ts'
import type { PartnerEnv } from '../../http/env.ts'
import { checkInput, readJson } from '../../http/read-json.ts'

/** Fields a multipart form may carry beside the picture. */
const FORM_FIELDS = ['provider', 'expires_on'] as const

/** The form as the document shows it: the rest of `addFaceSchema` needs no picture, and so no form. */
export const addFaceFormSchema = addFaceSchema.pick({ provider: true, expires_on: true }).extend({
  image: z.string().meta({
    description: 'A JPEG or PNG of at most 5 MB.',
    override: { type: 'string', contentMediaType: 'application/octet-stream' },
  }),
})

const SOURCES = ['image', 'attempt_id', 'vendor_reference', 'at_vendor'] as const

type Source =
  | { kind: 'image'; image: Uint8Array }
  | { kind: 'attempt'; attemptId: string }
  | { kind: 'vendor'; vendorReference: string }
  | { kind: 'at-vendor'; atVendor: NonNullable<AddFace['at_vendor']>; image: Uint8Array | undefined }

export interface AddFaceInput {
  source: Source
  provider: string | undefined
  expiresOn: Date | null | undefined
}

/**
 * What a new face is made from: a picture as base64 in JSON or as the part `image` of `multipart/form-data`, an
 * earlier attempt, a vendor's reference, or the vendor itself.
 * @throws AppError CONTENT_TYPE_UNSUPPORTED, REQUEST_MALFORMED, REQUEST_INVALID, IMAGE_TOO_LARGE
 */
export const readAddFace = async (c: Context<PartnerEnv>): Promise<AddFaceInput> => {
  const contentType = c.req.header('content-type')?.toLowerCase() ?? ''
  if (contentType.startsWith('multipart/form-data')) return readForm(c)
  if (!contentType.startsWith('application/json')) throw new AppError('CONTENT_TYPE_UNSUPPORTED')
  const body = await readJson(c, addFaceSchema)
  return toInput(body, body.image === undefined ? undefined : decodeImages({ image: body.image }).image)
}

const readForm = async (c: Context<PartnerEnv>): Promise<AddFaceInput> => {
  const form = await c.req.formData().catch((cause) => {
    throw new AppError('REQUEST_MALFORMED', { cause })
  })
  const part = form.get('image')
  if (part === null) throw new AppError('REQUEST_INVALID', { errorCodes: ['image__required'] })
  const fields = FORM_FIELDS.flatMap((name) => (form.has(name) ? [[name, form.get(name)] as const] : []))
  const body = checkInput(Object.fromEntries(fields), addFaceSchema)
  const image =
    typeof part === 'string' ? decodeImages({ image: part }).image : new Uint8Array(await part.arrayBuffer())
  return toInput({ ...body, image: 'given' }, image)
}

const toInput = (body: AddFace, image: Uint8Array | undefined): AddFaceInput => {
  const given = SOURCES.filter(
    (name) => body[name] !== undefined && !(name === 'image' && body.at_vendor !== undefined),
  )
  if (given.length > 1) {
    throw new AppError('REQUEST_INVALID', { errorCodes: given.map((name) => `${name}__conflict` as const) })
  }
  return { source: toSource(body, image), provider: body.provider, expiresOn: body.expires_on }
}

const toSource = (body: AddFace, image: Uint8Array | undefined): Source => {
  if (body.attempt_id !== undefined) return { kind: 'attempt', attemptId: body.attempt_id }
  if (body.vendor_reference !== undefined) return { kind: 'vendor', vendorReference: body.vendor_reference }
  if (image && image.byteLength > MAX_IMAGE_BYTES) throw new AppError('IMAGE_TOO_LARGE')
  if (body.at_vendor !== undefined) return { kind: 'at-vendor', atVendor: body.at_vendor, image }
  if (!image) throw new AppError('REQUEST_INVALID', { errorCodes: ['image__required'] })
  return { kind: 'image', image }
}
