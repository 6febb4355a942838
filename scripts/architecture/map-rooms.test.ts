import { expect, test } from 'vitest'
import { drawRooms } from './draw-rooms.ts'
import { mapRooms } from './map-rooms.ts'

const imports = (source: string, ...targets: string[]) => ({
  source,
  dependencies: targets.map((resolved) => ({ resolved })),
})

const SERVER = 'apps/bff/src'
const FEATURES = `${SERVER}/features`
const MODULES = [
  imports(`${SERVER}/app.ts`, `${FEATURES}/capture/index.ts`, `${FEATURES}/faces/index.ts`),
  imports(`${FEATURES}/capture/index.ts`, `${FEATURES}/faces/index.ts`),
  imports(`${FEATURES}/capture/open.test.ts`, `${SERVER}/storage/client.ts`),
  imports(`${FEATURES}/faces/index.ts`, `${SERVER}/storage/client.ts`, `${FEATURES}/capture/index.ts`),
  imports(`${SERVER}/storage/client.ts`, 'packages/shared/src/status.ts'),
  imports('packages/shared/src/status.ts'),
]

test('an arrow is left out where a longer way says the same, where a test imports, and where it goes up', () => {
  expect(mapRooms(MODULES).arrows).toEqual([
    [`${SERVER}/*`, `${FEATURES}/capture`],
    [`${FEATURES}/capture`, `${FEATURES}/faces`],
    [`${FEATURES}/faces`, `${SERVER}/storage`],
    [`${SERVER}/storage`, 'packages/shared'],
  ])
})

test('rooms without files are left out', () => {
  expect(mapRooms(MODULES).rooms.map(({ id }) => id)).not.toContain(`${SERVER}/mail`)
})

test('the picture is the same for the same imports in another order', async () => {
  expect(await drawRooms(mapRooms(MODULES.toReversed()))).toBe(await drawRooms(mapRooms(MODULES)))
})
