import { ROOMS, TESTS, TOOLS, WIDGET_LEAVES } from './rooms.ts'

export interface Room {
  /** Its folder, or the folder of the files beside the rooms with `/*` after it. */
  id: string
  /** The package it is in. */
  home: string
}

/** A file and the files it imports, as dependency-cruiser tells them. */
interface Module {
  source: string
  dependencies: readonly { resolved: string }[]
}

export interface RoomMap {
  rooms: Room[]
  /** From the importing room to the imported one: as few as tell who reaches whom. */
  arrows: [from: string, to: string][]
}

/** For tests and for partners' tests; the picture is of what runs. */
const NOT_DRAWN = new Set<string>([...TOOLS, 'packages/testing', 'packages/vendor-sandbox', 'examples'])
const WITH_ROOMS = ['apps/bff', 'apps/widget', 'apps/console'] as const

const isTest = (path: string): boolean => TESTS.some((pattern) => new RegExp(pattern).test(path))

/** Lowest first, as in `rooms.ts`. */
const listRooms = (): Room[] =>
  ROOMS.workspace
    .filter((folder) => !NOT_DRAWN.has(folder))
    .flatMap((home) => {
      const app = WITH_ROOMS.find((folder) => folder === home)
      if (!app) return [{ id: home, home }]
      const rooms: readonly string[] = ROOMS[`${app}/src`]
      return [...rooms, '*'].map((room) => ({ id: `${app}/src/${room}`, home }))
    })

const findRoom = (path: string, rooms: readonly Room[]): string | undefined => {
  if (isTest(path) || WIDGET_LEAVES.some((leaf) => path === `apps/widget/src/${leaf}`)) return undefined
  const room = rooms.find(({ id }) => path.startsWith(`${id}/`))
  if (room) return room.id
  const folder = path.slice(0, path.lastIndexOf('/'))
  return rooms.find(({ id }) => id === `${folder}/*`)?.id
}

/**
 * Leaves out each arrow that a longer way replaces. Arrows point down the list only, so there is no circle to mind,
 * and the few that remain are always the same (Aho, Garey, Ullman 1972: a graph without circles has one transitive
 * reduction).
 */
const reduce = (arrows: ReadonlyMap<string, ReadonlySet<string>>): [string, string][] => {
  const reaches = (from: string, to: string): boolean =>
    from === to || [...(arrows.get(from) ?? [])].some((next) => reaches(next, to))
  return [...arrows].flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => ![...targets].some((other) => other !== to && reaches(other, to)))
      .map((to): [string, string] => [from, to]),
  )
}

/** The rooms that have files, and who imports whom. What `pnpm lint` refuses, an arrow upwards, is not drawn. */
export const mapRooms = (modules: readonly Module[]): RoomMap => {
  const all = listRooms()
  const height = new Map(all.map(({ id }, index) => [id, index]))
  const used = new Set<string>()
  const arrows = new Map<string, Set<string>>(all.map(({ id }) => [id, new Set()]))
  for (const { source, dependencies } of modules) {
    const from = findRoom(source, all)
    if (!from) continue
    used.add(from)
    for (const { resolved } of dependencies) {
      const to = findRoom(resolved, all)
      if (to && (height.get(to) ?? 0) < (height.get(from) ?? 0)) arrows.get(from)?.add(to)
    }
  }
  return { rooms: all.filter(({ id }) => used.has(id)), arrows: reduce(arrows).sort() }
}
