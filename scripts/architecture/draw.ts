/** `pnpm architecture`: draws `docs/architecture.svg` from the imports. */
import { writeFile } from 'node:fs/promises'
import { drawRooms } from './draw-rooms.ts'
import { mapRooms } from './map-rooms.ts'
import { PICTURE, ROOT } from './places.ts'
import { readImports } from './read-imports.ts'

const { modules } = await readImports(ROOT)
await writeFile(PICTURE, await drawRooms(mapRooms(modules)))
