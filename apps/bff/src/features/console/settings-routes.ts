import { consoleProvidersSchema, providerTestSchema } from '@visavis/shared/console-settings'
import { API_KEY_ENDPOINTS, OAUTH_CLIENT_ENDPOINTS } from '../access/index.ts'
import { tryProvider, USER_JOURNEY_ENDPOINTS } from '../journeys/index.ts'
import { consoleEndpoint, partnerCall } from './console-endpoint.ts'
import type { ConsoleDeps } from './deps.ts'

/** What admins set up. The calls of the partner API are its own. */
export const CONSOLE_SETTINGS_ENDPOINTS = [
  ...USER_JOURNEY_ENDPOINTS.map((endpoint) =>
    partnerCall(endpoint, { role: 'admin', path: '/console/api/journeys' }),
  ),
  ...API_KEY_ENDPOINTS.map((endpoint) =>
    partnerCall(endpoint, { role: 'admin', path: '/console/api/api-keys', recentPasskey: true }),
  ),
  ...OAUTH_CLIENT_ENDPOINTS.map((endpoint) =>
    partnerCall(endpoint, { role: 'admin', path: '/console/api/oauth-clients', recentPasskey: true }),
  ),
  consoleEndpoint(
    {
      role: 'admin',
      method: 'post',
      path: '/console/api/journeys/{userJourneyId}/provider-test',
      id: 'testConsoleProvider',
      audit: { action: 'user_journey.test', subject: 'userJourneyId' },
      summary: "Ask a journey's vendor whether it takes the settings",
      description: 'Those that are kept. Nothing is made at the vendor, and no person is part of it.',
      answers: { 200: { description: 'What it answered', schema: providerTestSchema } },
    },
    async (deps: ConsoleDeps, { c, params }) => {
      const tried = await tryProvider(deps, c.get('user').tenantId, params.userJourneyId)
      const { isTested: tested, durationMs: duration_ms, trouble } = tried
      if (!trouble) return { tested, duration_ms }
      const { kind: error, status, code } = trouble
      return {
        tested,
        duration_ms,
        error,
        ...(status === undefined ? {} : { response_status: status }),
        ...(code === undefined ? {} : { vendor_code: code }),
      }
    },
  ),
  consoleEndpoint(
    {
      role: 'admin',
      method: 'get',
      path: '/console/api/providers',
      id: 'listConsoleProviders',
      summary: 'Providers that a journey can name, and what they need to know',
      answers: { 200: { description: 'All of them', schema: consoleProvidersSchema } },
    },
    ({ providers }: ConsoleDeps) => ({
      data: providers.list().map((definition) => ({
        id: definition.id,
        capture: definition.capabilities.capture,
        liveness: definition.capabilities.liveness,
        settings: definition.listSettings().map(({ isRequired, ...field }) => ({
          ...field,
          required: isRequired,
        })),
      })),
    }),
  ),
]
