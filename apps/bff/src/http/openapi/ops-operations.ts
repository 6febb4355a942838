import * as z from 'zod'
import type { Operation } from './operation.ts'

const operations = { tag: 'Operations', audience: 'public', method: 'get' } as const

const stateSchema = z
  .object({
    status: z.enum(['ok', 'stopping', 'unavailable']),
    database: z.string().optional(),
    one_to_n: z
      .string()
      .optional()
      .meta({ description: '`available`, or why 1:N search is not: the server is ready all the same.' }),
  })
  .meta({ id: 'Health' })

export const OPS_OPERATIONS: readonly Operation[] = [
  {
    ...operations,
    path: '/health/live',
    id: 'getLiveness',
    summary: 'The process answers',
    answers: { 200: { description: 'It does', schema: stateSchema } },
  },
  {
    ...operations,
    path: '/health/ready',
    id: 'getReadinessOfServer',
    summary: 'The process should get traffic',
    answers: {
      200: { description: 'It should', schema: stateSchema },
      503: { description: 'It is stopping, or its database does not answer', schema: stateSchema },
    },
  },
  {
    ...operations,
    path: '/openapi.json',
    id: 'getDocument',
    summary: 'This document',
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) } },
  },
]
