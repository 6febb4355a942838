import { Hono } from 'hono'
import * as z from 'zod'
import type { UploadSpool } from '../../storage/assets/types.ts'
import type { Database } from '../../storage/database.ts'
import { endpoint, mount, withStatus } from '../endpoint.ts'
import type { AppEnv } from '../env.ts'

interface HealthDeps {
  database: Database<object> & { readonly faceIndexSupport: string }
  spool: Pick<UploadSpool, 'ping'>
  isStopping: () => boolean
  /** What runs the face engine's networks. */
  engineRuntime: 'native' | 'wasm'
}

const health = { tag: 'Operations', audience: 'public', method: 'get' } as const

const stateSchema = z
  .object({
    status: z.enum(['ok', 'stopping', 'unavailable']),
    database: z.string().optional(),
    one_to_n: z
      .string()
      .optional()
      .meta({ description: '`available`, or why 1:N search is not: the server is ready all the same.' }),
    face_engine: z.enum(['native', 'wasm']).optional().meta({
      description:
        '`wasm`: native code does not load on this machine, or was not asked for; the engine is slower.',
    }),
  })
  .meta({ id: 'Health' })

export const HEALTH_ENDPOINTS = [
  endpoint(
    {
      ...health,
      path: '/health/live',
      id: 'getLiveness',
      summary: 'The process answers',
      answers: { 200: { description: 'It does', schema: stateSchema } },
    },
    (_: HealthDeps) => ({ status: 'ok' as const }),
  ),
  endpoint(
    {
      ...health,
      path: '/health/ready',
      id: 'getReadinessOfServer',
      summary: 'The process should get traffic',
      answers: {
        200: { description: 'It should', schema: stateSchema },
        503: {
          description: 'It is stopping, or its database or its data folder takes no writes',
          schema: stateSchema,
        },
      },
    },
    async ({ database, spool, isStopping, engineRuntime }: HealthDeps) => {
      if (isStopping()) return withStatus(503, { status: 'stopping' })
      try {
        await Promise.all([database.ping(), spool.ping()])
        const { engine, faceIndexSupport } = database
        return withStatus(200, {
          status: 'ok',
          database: engine,
          one_to_n: faceIndexSupport,
          face_engine: engineRuntime,
        })
      } catch {
        return withStatus(503, { status: 'unavailable', database: database.engine })
      }
    },
  ),
]

export const healthRoutes = (deps: HealthDeps) => {
  const routes = new Hono<AppEnv>()
  mount(routes, HEALTH_ENDPOINTS, deps)
  return routes
}
