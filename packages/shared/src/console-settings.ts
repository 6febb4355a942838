/** What the console's pages for admins are told. */
import * as z from 'zod'
import { CAPTURE_MODES } from './capture-api.ts'

/** What trouble there can be with a provider. */
export const PROVIDER_ERROR_KINDS = [
  'timeout',
  'unavailable',
  'rate_limited',
  'unauthorized',
  'rejected',
  'protocol',
] as const
export type ProviderErrorKind = (typeof PROVIDER_ERROR_KINDS)[number]

export const providerTestSchema = z
  .object({
    tested: z.boolean().meta({
      description:
        'false: there is nothing to ask this provider for that would show whether its settings are right.',
    }),
    duration_ms: z.int().min(0),
    error: z.enum(PROVIDER_ERROR_KINDS).optional().meta({ description: 'Absent: the vendor takes them.' }),
    response_status: z.int().optional().meta({ description: "Of the vendor's answer, where it refused." }),
    vendor_code: z.string().optional().meta({ description: "The vendor's own name for the trouble." }),
  })
  .meta({ id: 'ProviderTest' })
export type ProviderTestView = z.output<typeof providerTestSchema>

const settingFieldSchema = z.object({
  name: z.string(),
  kind: z.enum(['text', 'number', 'boolean', 'choice']),
  required: z.boolean(),
  choices: z.array(z.string()).meta({ description: 'With `choice`.' }),
})

const consoleProviderSchema = z
  .object({
    id: z.string(),
    capture: z.enum(CAPTURE_MODES),
    liveness: z.enum(['none', 'passive', 'active']),
    settings: z.array(settingFieldSchema),
  })
  .meta({ id: 'ConsoleProvider' })
export type ConsoleProviderView = z.output<typeof consoleProviderSchema>

export const consoleProvidersSchema = z.object({ data: z.array(consoleProviderSchema) })
