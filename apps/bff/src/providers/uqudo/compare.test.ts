import { expect, it } from 'vitest'
import type * as z from 'zod'
import type { UqudoApi } from './api.ts'
import { verify } from './compare.ts'

const bytes = Uint8Array.from([0xff, 0xd8, 0xff])
const picture = {
  mediaType: 'image/jpeg',
  bytes: bytes.byteLength,
  read: async () => bytes,
  stream: async function* () {
    yield bytes
  },
} as const

it.each([
  [{ match: true, matchLevel: 3 }, 'approved'],
  [{ match: true, matchLevel: 2 }, 'declined'],
  [{ match: true, matchLevel: 6 }, 'declined'],
  [{ match: true }, 'declined'],
  [{ match: false, matchLevel: 5 }, 'declined'],
  [{ match: false }, 'declined'],
  [{ match: false, matchLevel: null }, 'declined'],
])('%j at level 3: %s', async (answer, kind) => {
  const api = { json: async (_: unknown, schema: z.ZodType) => schema.parse(answer) } as unknown as UqudoApi
  const input = { selfie: picture, references: [{ faceId: 'face_x', picture }], minimumMatchLevel: 3 }
  expect((await verify(api, input, AbortSignal.timeout(1000))).kind).toBe(kind)
})
