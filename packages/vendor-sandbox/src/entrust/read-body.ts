import type { Context } from 'hono'
import type * as z from 'zod'
import { EntrustError } from './entrust-error.ts'

/** A JSON body of that shape; keys that are not documented are refused: nobody should rely on them. */
export const readBody = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> => {
  const body = await c.req.json().catch(() => undefined)
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const at = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new EntrustError(400, `Invalid request ${at}`, 'invalid_user_response')
}
