import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import type { Scope } from '@visavis/shared/scopes'
import { type Endpoint, type EndpointRequest, type EndpointSpec, endpoint, type Handler } from './endpoint.ts'
import type { PartnerEnv } from './env.ts'

/** Enough for everything that holds no picture. */
const MAX_JSON_BYTES = 64 * 1024

/** A 5 MB picture in base64 grows by a third; 64 kB for the JSON or multipart around it. */
const MAX_PICTURE_BODY_BYTES = Math.ceil((MAX_IMAGE_BYTES * 4) / 3) + MAX_JSON_BYTES

/** The limit of an endpoint that takes that many pictures. */
export const roomForPictures = (count: number) =>
  ({ pictures: count, maxBytes: count * MAX_PICTURE_BODY_BYTES, tooLarge: 'IMAGE_TOO_LARGE' }) as const

/** Without a scope it would be open to every key: the compiler wants one. */
interface PartnerSpec extends Omit<EndpointSpec, 'audience'> {
  scope: Scope
  /** As many as the body may bring. */
  pictures?: number
}

export interface PartnerEndpoint<Deps> extends Endpoint<Deps, PartnerEnv> {
  audience: 'partner'
  scope: Scope
  pictures?: number
}

interface PartnerRequest<Spec extends PartnerSpec> extends EndpointRequest<Spec, PartnerEnv> {
  tenantId: string
}

/** What the partner's server calls, with its API key or an access token. */
export const partnerEndpoint = <const Spec extends PartnerSpec, Deps>(
  spec: Spec,
  handle: Handler<Deps, PartnerRequest<Spec>, Spec['answers']>,
): PartnerEndpoint<Deps> => ({
  ...endpoint({ maxBytes: MAX_JSON_BYTES, ...spec, audience: 'partner' }, (deps: Deps, request) =>
    handle(deps, { ...request, tenantId: request.c.get('tenantId') }),
  ),
  audience: 'partner',
  scope: spec.scope,
  ...(spec.pictures === undefined ? {} : { pictures: spec.pictures }),
})
