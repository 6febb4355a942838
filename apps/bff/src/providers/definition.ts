import type { FieldError } from '@visavis/shared/error-details'
import { toErrorCodes } from '@visavis/shared/to-error-codes'
import type { ProviderSettings } from '@visavis/shared/user-journeys'
import * as z from 'zod'
import type { ProviderHttp, ProviderHttpOptions } from './http.ts'
import type { FaceProvider, ProviderCapabilities } from './types.ts'

/** What an adapter gets to reach its vendor with. */
export interface ProviderTools {
  /** The one way out. Concurrency limit and circuit breaker are those of one tenant, its settings and one origin. */
  http(options: ProviderHttpOptions): ProviderHttp
  now: () => Date
}

/** One of the settings that a provider takes, for whoever fills them in. */
export interface SettingField {
  name: string
  kind: 'text' | 'number' | 'boolean' | 'choice'
  /** It cannot do without, whatever the others are; `findMistakes` knows all of it. */
  isRequired: boolean
  choices: readonly string[]
}

/** A provider before anyone's settings: what a journey can name. */
export interface ProviderDefinition {
  readonly id: string
  /** Under its simplest settings; `capabilitiesOf` tells those of given ones. */
  readonly capabilities: ProviderCapabilities
  listSettings(): SettingField[]
  /** One code a mistake, without a prefix: `api_key__required`. */
  findMistakes(settings: ProviderSettings): FieldError[]
  /** Settings that pass `findMistakes`. */
  capabilitiesOf(settings: ProviderSettings): ProviderCapabilities
  /** Settings that pass `findMistakes`. @throws Error when they do not */
  create(settings: ProviderSettings, tools: ProviderTools): FaceProvider
}

interface DefineProviderInput<Schema extends z.ZodType> {
  id: string
  capabilities: ProviderCapabilities
  /** Flat and strict: unknown keys are refused. Keys that end in `_url` are addresses. */
  settings: Schema
  /** Where settings decide what the provider can do. */
  narrow?: (settings: z.output<Schema>) => Partial<ProviderCapabilities>
  create(settings: z.output<Schema>, tools: ProviderTools): FaceProvider
}

export const defineProvider = <Schema extends z.ZodType>({
  id,
  capabilities,
  settings: schema,
  narrow,
  create,
}: DefineProviderInput<Schema>): ProviderDefinition => ({
  id,
  capabilities,
  listSettings: () => toFields(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
  findMistakes: (settings) => {
    const parsed = schema.safeParse(settings)
    return parsed.success ? [] : toErrorCodes(parsed.error.issues, settings)
  },
  capabilitiesOf: (settings) => ({ ...capabilities, ...narrow?.(parse(id, schema, settings)) }),
  create: (settings, tools) => create(parse(id, schema, settings), tools),
})

const toFields = ({ properties = {}, required = [] }: z.core.JSONSchema.BaseSchema): SettingField[] =>
  Object.entries(properties).map(([name, field]) => {
    const { type, enum: choices } = typeof field === 'boolean' ? {} : field
    const isNumber = type === 'integer' || type === 'number'
    return {
      name,
      kind: choices ? 'choice' : isNumber ? 'number' : type === 'boolean' ? 'boolean' : 'text',
      isRequired: required.includes(name),
      choices: (choices ?? []).map(String),
    }
  })

/** The settings stay out of the error: they hold credentials. */
const parse = <Schema extends z.ZodType>(
  id: string,
  schema: Schema,
  settings: ProviderSettings,
): z.output<Schema> => {
  const parsed = schema.safeParse(settings)
  if (parsed.success) return parsed.data
  throw new Error(`${id}: wrong settings: ${toErrorCodes(parsed.error.issues, settings).join(', ')}`)
}
