import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import * as z from 'zod'
import { readJson } from './face-routes.ts'
import { readPicture, refuse } from './guard.ts'
import type { IndexedFace, Uqudo } from './model.ts'

/** Level 3 of the face engine. */
const FOUND_DISTANCE = 0.904

const insertSchema = z.object({ idPhoto: z.string().min(1) })
const searchSchema = insertSchema.extend({ insert: z.boolean().default(false) })

/** The tenant's faces. */
export const oneToNRoutes = (uqudo: Uqudo) => {
  const extract = async (picture: Uint8Array): Promise<Float32Array> => {
    const features = await uqudo.kit.faces.extract(picture)
    if (!features) throw refuse(400)
    return features
  }
  const insert = (features: Float32Array, picture: Uint8Array): string => {
    const id = randomUUID()
    uqudo.index.set(id, { id, features, picture })
    return id
  }
  return new Hono()
    .post('/search', async (c) => {
      const body = await readJson(c.req, searchSchema)
      const picture = readPicture(body.idPhoto)
      const features = await extract(picture)
      const found = uqudo.index.find(
        (face: IndexedFace) => distance(face.features, features) <= FOUND_DISTANCE,
      )
      // What the id is when nothing was found and nothing inserted is not documented: left out.
      const id = found?.id ?? (body.insert ? insert(features, picture) : undefined)
      return c.json({
        ...(id === undefined ? {} : { oneToNVerificationId: id }),
        oneToNVerificationMatch: found !== undefined,
      })
    })
    .post('/insert', async (c) => {
      const picture = readPicture((await readJson(c.req, insertSchema)).idPhoto)
      return c.json({ oneToNVerificationId: insert(await extract(picture), picture) })
    })
    .delete('/search/:id', (c) => {
      const face = uqudo.index.get(c.req.param('id'))
      if (!face) throw refuse(404)
      // The features stay under the same id.
      uqudo.index.set(face.id, { ...face, picture: undefined })
      return c.body(null, 204)
    })
}

const distance = (a: Float32Array, b: Float32Array): number =>
  Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)))
