import { afterAll, expect, it } from 'vitest'
import { createEmptyRoom, createPortrait } from '../testing/portraits.ts'
import { createFaceComparer } from './face-comparer.ts'

const faces = createFaceComparer()
afterAll(() => faces.close())

it('tells one person from another, and a face from none', async () => {
  const anna = await createPortrait('anna')
  const again = await createPortrait('anna', { margin: 0.4 })
  const same = await faces.compare(anna, again)
  const other = await faces.compare(anna, await createPortrait('berta'))
  expect(same.kind === 'compared' && same.matchLevel >= 3).toBe(true)
  expect(other).toMatchObject({ kind: 'compared', matchLevel: 0 })
  const room = await createEmptyRoom()
  expect(await faces.compare(room, anna)).toEqual({
    kind: 'unusable',
    picture: 'reference',
    reason: 'no_face',
  })
  expect(await faces.compare(anna, room)).toEqual({ kind: 'unusable', picture: 'selfie', reason: 'no_face' })
  expect(await faces.findProblem(anna)).toBeUndefined()
  expect(await faces.extract(anna)).toHaveLength(192)
})
