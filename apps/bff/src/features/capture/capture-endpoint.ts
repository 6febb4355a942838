import {
  type Endpoint,
  type EndpointRequest,
  type EndpointSpec,
  endpoint,
  type Handler,
} from '../../http/endpoint.ts'
import type { CaptureSubject } from './capture-subject.ts'
import type { CaptureEnv } from './env.ts'

type CaptureSpec = Omit<EndpointSpec, 'audience' | 'scope' | 'tag'>

interface CaptureRequest<Spec extends CaptureSpec> extends EndpointRequest<Spec, CaptureEnv> {
  subject: CaptureSubject
}

/** What the page of an open link calls, with its capture token; to be mounted behind `captureToken`. */
export const captureEndpoint = <const Spec extends CaptureSpec, Deps>(
  spec: Spec,
  handle: Handler<Deps, CaptureRequest<Spec>, Spec['answers']>,
): Endpoint<Deps, CaptureEnv> =>
  endpoint({ ...spec, tag: 'Capture', audience: 'capture' }, (deps: Deps, request) =>
    handle(deps, { ...request, subject: request.c.get('subject') }),
  )
