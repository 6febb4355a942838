import type { AuditAction } from '@visavis/shared/audit'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import type { Scope } from '@visavis/shared/scopes'
import type * as z from 'zod'
import { type Endpoint, type EndpointRequest, type EndpointSpec, endpoint, type Handler } from './endpoint.ts'
import type { PartnerEnv } from './env.ts'

/** Enough for everything that holds no picture. */
const MAX_JSON_BYTES = 64 * 1024

/** A 5 MB picture in base64 grows by a third; 64 kB for the JSON or multipart around it. */
const MAX_PICTURE_BODY_BYTES = Math.ceil((MAX_IMAGE_BYTES * 4) / 3) + MAX_JSON_BYTES

/** The limit of an endpoint that takes that many pictures. */
export const roomForPictures = (count: number) =>
  ({ pictures: count, maxBytes: count * MAX_PICTURE_BODY_BYTES, tooLarge: 'IMAGE_TOO_LARGE' }) as const

/** What the audit log says of a call that succeeded. */
export interface Audit {
  action: AuditAction
  /** Where the id of what it was done to stands: a parameter of the path, or a field of the answer. */
  subject: string
}

interface Unaudited {
  /** Why the audit log says nothing. */
  none: string
}

/** Without a scope it would be open to every key: the compiler wants one. */
interface PartnerSpec extends Omit<EndpointSpec, 'audience'> {
  scope: Scope
  /** As many as the body may bring. */
  pictures?: number
  /** What the audit log says of all of it asked for as a file. */
  exports?: AuditAction
  audit?: Audit | Unaudited
}

/** Nothing that may change something is left out of the audit log unsaid: the compiler wants that too. */
type Accounted<Spec> = Spec extends { method: 'get' } ? unknown : { audit: Audit | Unaudited }

/** Nor is a body shown without an example. */
type Exemplified<Spec> = Spec extends { body: infer Body extends z.ZodType }
  ? { example: z.input<Body> }
  : unknown

export interface PartnerEndpoint<Deps> extends Endpoint<Deps, PartnerEnv> {
  audience: 'partner'
  scope: Scope
  pictures?: number
  exports?: AuditAction
  audit: Audit | Unaudited
}

interface PartnerRequest<Spec extends PartnerSpec> extends EndpointRequest<Spec, PartnerEnv> {
  tenantId: string
  credentialId: string
}

/** What the partner's server calls, with its API key or an access token. */
export const partnerEndpoint = <const Spec extends PartnerSpec, Deps>(
  told: Spec & Accounted<Spec> & Exemplified<Spec>,
  handle: Handler<Deps, PartnerRequest<Spec>, Spec['answers']>,
): PartnerEndpoint<Deps> => {
  const spec: Spec = told
  return {
    ...endpoint({ maxBytes: MAX_JSON_BYTES, ...spec, audience: 'partner' }, (deps: Deps, request) =>
      handle(deps, {
        ...request,
        tenantId: request.c.get('tenantId'),
        credentialId: request.c.get('credentialId'),
      }),
    ),
    audience: 'partner',
    scope: spec.scope,
    audit: spec.audit ?? { none: 'a look changes nothing' },
    ...(spec.pictures === undefined ? {} : { pictures: spec.pictures }),
    ...(spec.exports === undefined ? {} : { exports: spec.exports }),
  }
}
