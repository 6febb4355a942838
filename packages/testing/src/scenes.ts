import type { PersonName } from './people.ts'

interface Figure {
  name: PersonName
  /** Position of the head and its height, as shares of the frame. */
  x: number
  y: number
  headHeight: number
  eyes?: 'closed'
}

/** What the light and the lens make of the whole frame. */
export interface Look {
  /** Factor on every channel. */
  gain?: number
  /** Added to every channel, 0–255. */
  lift?: number
  /** Standard deviation in pixels. */
  blur?: number
  colour?: 'none'
}

interface SceneSpec {
  /** Whose room is behind; without one, the empty room. */
  room?: PersonName
  people: readonly Figure[]
  look?: Look
}

const ADA = { name: 'ada', x: 0.5, y: 0.47, headHeight: 0.52 } as const satisfies Figure
const alone = (change: Partial<Figure> = {}, look?: Look): SceneSpec => ({
  room: 'ada',
  people: [{ ...ADA, ...change }],
  ...(look && { look }),
})

/** Everything the fake camera can show: good faces, and one scene for each thing the guidance can say. */
export const SCENES = {
  portrait: alone(),
  'other-person': { room: 'bea', people: [{ name: 'bea', x: 0.5, y: 0.47, headHeight: 0.52 }] },
  'empty-room': { people: [] },
  'two-faces': {
    room: 'ada',
    people: [
      { name: 'ada', x: 0.3, y: 0.48, headHeight: 0.48 },
      { name: 'bea', x: 0.7, y: 0.46, headHeight: 0.48 },
    ],
  },
  'too-far': alone({ headHeight: 0.37 }),
  'too-near': alone({ headHeight: 1.1, y: 0.4 }),
  'off-centre': alone({ x: 0.78 }),
  turned: { room: 'ada', people: [{ name: 'cleo', x: 0.5, y: 0.44, headHeight: 0.62 }] },
  'eyes-closed': alone({ eyes: 'closed' }),
  'too-dark': alone({}, { gain: 0.2 }),
  'too-bright': alone({}, { gain: 2, lift: 20 }),
  blurred: alone({}, { blur: 12 }),
  grey: alone({}, { colour: 'none' }),
} as const satisfies Record<string, SceneSpec>

/** What the fake camera sees. */
export type Scene = keyof typeof SCENES

export const sceneOf = (scene: Scene): SceneSpec => SCENES[scene]
