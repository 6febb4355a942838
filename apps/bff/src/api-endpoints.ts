import { TOKEN_ENDPOINTS } from './features/access/index.ts'
import { CAPTURE_ENDPOINTS } from './features/capture/index.ts'
import { CONSOLE_ENDPOINTS } from './features/console/index.ts'
import { HANDOFF_ENDPOINTS } from './features/handoff/index.ts'
import type { EndpointSpec } from './http/endpoint.ts'
import { HEALTH_ENDPOINTS } from './http/ops/health.ts'
import { REFERENCE_ENDPOINTS } from './http/ops/reference.ts'
import { PARTNER_ENDPOINTS } from './partner-endpoints.ts'

/** Every endpoint of every API: what the document tells of. */
export const ENDPOINTS: readonly EndpointSpec[] = [
  ...PARTNER_ENDPOINTS,
  ...TOKEN_ENDPOINTS,
  ...CAPTURE_ENDPOINTS,
  ...HANDOFF_ENDPOINTS,
  ...CONSOLE_ENDPOINTS,
  ...HEALTH_ENDPOINTS,
  ...REFERENCE_ENDPOINTS,
]
