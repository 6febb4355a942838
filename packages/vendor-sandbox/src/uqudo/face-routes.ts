import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import * as z from 'zod'
import { compare } from './compare.ts'
import { readPicture, refuse } from './guard.ts'
import type { Uqudo } from './model.ts'

/** Session and picture are deleted after ten minutes. */
const SESSION_LIFETIME_MS = 600_000

const base64 = z.string().min(1)
const sessionSchema = z.object({ idPhoto: base64 })
const matchSchema = z.object({
  sourceImage: base64,
  targetImage: base64,
  minimumMatchLevel: z.int().min(1).max(5).default(3),
})

/** @throws HTTPException 400 */
export const readJson = async <Schema extends z.ZodType>(
  request: { json(): Promise<unknown> },
  schema: Schema,
): Promise<z.output<Schema>> => {
  const parsed = schema.safeParse(await request.json().catch(() => undefined))
  if (!parsed.success) throw refuse(400)
  return parsed.data
}

/** A face session, and the comparison of two pictures, which looks for no liveness. */
export const faceRoutes = (uqudo: Uqudo) =>
  new Hono()
    .post('/', async (c) => {
      const picture = c.req.header('content-type')?.startsWith('multipart/form-data')
        ? await readPart((await c.req.parseBody()).idPhoto)
        : (await readJson(c.req, sessionSchema)).idPhoto
      const reference = readPicture(picture)
      const id = randomUUID()
      uqudo.sessions.set(id, { id, reference, failures: 0 }, SESSION_LIFETIME_MS)
      return c.json({ sessionId: id }, 201)
    })
    .post('/match', async (c) => {
      const { sourceImage, targetImage, minimumMatchLevel } = await readJson(c.req, matchSchema)
      const compared = await compare(uqudo, readPicture(sourceImage), readPicture(targetImage))
      // No face, or several: not documented; 400 is the only answer listed that fits.
      if (!compared) throw refuse(400)
      // The scale begins at 1; what no level at all looks like is not documented.
      const matchLevel = Math.max(compared.level, 1)
      return c.json({ match: compared.level >= minimumMatchLevel, matchLevel })
    })

const readPart = async (part: unknown): Promise<unknown> =>
  part instanceof File ? new Uint8Array(await part.arrayBuffer()) : undefined
