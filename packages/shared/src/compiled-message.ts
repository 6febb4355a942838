/**
 * A text as `createSay` takes it: what `icu-minify/compile` makes of ICU MessageFormat, of which names, `plural`,
 * `selectordinal` and plain `number` are used. A text without any of them stays the text it is.
 * @see https://github.com/amannn/next-intl/blob/main/packages/icu-minify/src/types.ts
 */
import * as z from 'zod'

/** `#`: the number of the plural around it. */
const POUND = 0
const PLURAL = 2
const SELECT_ORDINAL = 3
const NUMBER = 4

export type MessageNode =
  | string
  | typeof POUND
  | [name: string, kind?: typeof NUMBER, forms?: undefined]
  | [name: string, kind: typeof PLURAL | typeof SELECT_ORDINAL, forms: Record<string, MessageForm>]
export type MessageForm = string | typeof POUND | MessageNode[]
export type CompiledMessage = string | MessageNode[]

const nameSchema = z.string()
/** Of Unicode CLDR, or one number: a misspelt one would never be said. */
const formNameSchema = z.string().regex(/^(?:zero|one|two|few|many|other|=\d+)$/)

const nodeSchema: z.ZodType<MessageNode> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.literal(POUND),
      z.tuple([nameSchema]),
      z.tuple([nameSchema, z.literal(NUMBER)]),
      z.tuple([nameSchema, z.literal([PLURAL, SELECT_ORDINAL]), z.record(formNameSchema, formSchema)]),
    ]),
  )
  .meta({ id: 'MessageNode' })
const formSchema: z.ZodType<MessageForm> = z.union([z.string(), z.literal(POUND), z.array(nodeSchema)])

export const compiledMessageSchema: z.ZodType<CompiledMessage> = z
  .union([z.string(), z.array(nodeSchema)])
  .meta({ id: 'Message', description: 'A text, or ICU MessageFormat compiled for the page.' })
