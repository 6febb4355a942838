/** The half of `pnpm lint` that reads imports. The rules are made from `rooms.ts`. */
import { readFile } from 'node:fs/promises'
import { drawRooms } from './draw-rooms.ts'
import { mapRooms } from './map-rooms.ts'
import { PICTURE, ROOT } from './places.ts'
import { findUnlisted, readImports } from './read-imports.ts'

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const [{ modules, violations }, unlisted] = await Promise.all([readImports(ROOT), findUnlisted(ROOT)])
for (const { from, to, rule, cycle } of violations) {
  const way = cycle?.length ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `${from} → ${to}`
  print(`${rule.name}\n  ${way}`)
}
for (const folder of unlisted) print(`no-unlisted-room\n  ${folder} stands in no list of rooms.ts`)

const isDrawn = (await readFile(PICTURE, 'utf8')) === (await drawRooms(mapRooms(modules)))
if (!isDrawn) print('picture\n  docs/architecture.svg shows other imports than there are: pnpm architecture')

const problems = violations.length + unlisted.length
print(problems === 0 ? `Imports of ${modules.length} files keep to the rooms.` : `\n${problems} are refused.`)
process.exitCode = problems === 0 && isDrawn ? 0 : 1
