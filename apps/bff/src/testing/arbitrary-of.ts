import * as fc from 'fast-check'

/** The part of JSON Schema 2020-12 that zod writes. */
export interface JsonSchema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  not?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  propertyNames?: JsonSchema
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

interface ArbitraryOptions {
  /** What `$ref` points into. */
  resolve: (ref: string) => JsonSchema
  /** Values that mean something, by the name of their property: ids of rows that exist, a picture. */
  known?: Readonly<Record<string, readonly unknown[]>>
}

/** Longer ones say nothing new and take long. */
const MOST_CHARACTERS = 60

/** Values that a schema allows. @throws Error for a keyword it does not know how to satisfy */
export const arbitraryOf = (schema: JsonSchema, options: ArbitraryOptions): fc.Arbitrary<unknown> => {
  const inner = (part: JsonSchema) => arbitraryOf(part, options)
  if (schema.$ref !== undefined) return inner(options.resolve(schema.$ref))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  const union = schema.anyOf ?? schema.oneOf
  if (union) return fc.oneof(...union.map(inner))
  if (schema.allOf?.length === 1 && schema.allOf[0]) return inner(schema.allOf[0])
  switch (schema.type) {
    case 'string':
      return stringOf(schema)
    case 'integer':
      return fc.integer(boundsOf(schema))
    case 'number':
      return fc.double({ ...boundsOf(schema), noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(inner(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      })
    case 'object':
      return objectOf(schema, options)
  }
  if (Object.keys(schema).every((key) => ['description', 'default'].includes(key))) return fc.jsonValue()
  throw new Error(`no values are known for ${JSON.stringify(schema)}`)
}

const boundsOf = ({ minimum, maximum }: JsonSchema) => ({
  ...(minimum === undefined ? {} : { min: Math.max(minimum, -(2 ** 31)) }),
  ...(maximum === undefined ? {} : { max: Math.min(maximum, 2 ** 31 - 1) }),
})

const stringOf = ({ pattern, format, minLength = 0, maxLength }: JsonSchema): fc.Arbitrary<string> => {
  const fits = (text: string) =>
    text.length >= minLength && text.length <= (maxLength ?? Number.POSITIVE_INFINITY)
  if (format === 'date-time')
    return fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
      .map((date) => date.toISOString())
  if (format === 'email') return fc.constantFrom('ada@example.com', 'a.b+c@sub.example.org')
  if (format === 'uri') return fc.webUrl({ withQueryParameters: true })
  if (pattern !== undefined)
    return fc.stringMatching(new RegExp(pattern), { maxLength: MOST_CHARACTERS }).filter(fits)
  const most = Math.min(maxLength ?? MOST_CHARACTERS, Math.max(MOST_CHARACTERS, minLength))
  return fc.string({ unit: 'binary', minLength, maxLength: most }).filter(fits)
}

const objectOf = (schema: JsonSchema, options: ArbitraryOptions): fc.Arbitrary<unknown> => {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema
  const entries = Object.entries(properties)
    // `z.never()`: may not be there.
    .filter(([, part]) => part.not === undefined)
    .map(([name, part]) => {
      const known = options.known?.[name]
      const any = arbitraryOf(part, options)
      return [name, known ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, any) : any] as const
    })
  const named = fc.record(Object.fromEntries(entries), { requiredKeys: required })
  if (typeof additionalProperties !== 'object') return named
  const names = propertyNames ? (arbitraryOf(propertyNames, options) as fc.Arbitrary<string>) : fc.string()
  const others = fc.dictionary(names, arbitraryOf(additionalProperties, options), { maxKeys: 3 })
  return fc.tuple(named, others).map(([known, more]) => ({ ...more, ...known }))
}
