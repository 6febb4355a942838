/** What the console's pages for admins are told. */
import * as z from 'zod'
import { CAPTURE_MODES } from './capture-api.ts'

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
