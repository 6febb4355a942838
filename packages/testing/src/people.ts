import { fileURLToPath } from 'node:url'
import type { Eye, Point } from './eye.ts'

/** The people of the tests, in pictures that come with `@vladmandic/face-api` (MIT). */
export type PersonName = 'ada' | 'bea' | 'cleo'

/** Numbers are pixels of the picture. */
export interface Person {
  picture: string
  /** Both eyes, for those who close them. */
  eyes?: readonly [Eye, Eye]
  /** Rough outline of head and shoulders; the neighbours in the picture stay outside. */
  outline: readonly Point[]
  /** Middle of the head, hair included. */
  headCentre: Point
  /** From the top of the hair to the chin. */
  headHeight: number
  /** Degrees clockwise the head is tilted in the picture. */
  tilt: number
  /** A part of the same room with nobody in it, 16:9. */
  backdrop: { left: number; top: number; width: number; height: number }
}

const demoPicture = (name: string): string =>
  fileURLToPath(new URL(`demo/${name}`, import.meta.resolve('@vladmandic/face-api/package.json')))

const points = (...pairs: readonly (readonly [number, number])[]): Point[] =>
  pairs.map(([x, y]) => ({ x, y }))

export const PEOPLE: Readonly<Record<PersonName, Person>> = {
  ada: {
    picture: demoPicture('sample6.jpg'),
    eyes: [
      {
        corners: [
          { x: 294, y: 611 },
          { x: 351, y: 614 },
        ],
        top: 595,
        bottom: 618,
        skin: '#af9676',
      },
      {
        corners: [
          { x: 402, y: 606 },
          { x: 446, y: 597 },
        ],
        top: 584,
        bottom: 609,
        skin: '#ad986e',
      },
    ],
    outline: points(
      [310, 368],
      [215, 420],
      [168, 540],
      [150, 700],
      [138, 840],
      [150, 1040],
      [190, 1220],
      [700, 1220],
      [660, 1000],
      [625, 860],
      [570, 720],
      [530, 560],
      [480, 440],
      [400, 385],
    ),
    headCentre: { x: 352, y: 565 },
    headHeight: 375,
    tilt: -7,
    backdrop: { left: 0, top: 0, width: 640, height: 360 },
  },
  bea: {
    picture: demoPicture('sample3.jpg'),
    outline: points(
      [1200, 120],
      [1105, 165],
      [1062, 290],
      [1075, 400],
      [1100, 490],
      [970, 520],
      [915, 660],
      [900, 1000],
      [1450, 1000],
      [1420, 800],
      [1355, 590],
      [1330, 500],
      [1345, 380],
      [1400, 280],
      [1395, 195],
      [1320, 140],
    ),
    headCentre: { x: 1205, y: 322 },
    headHeight: 376,
    tilt: 12,
    backdrop: { left: 344, top: 0, width: 416, height: 234 },
  },
  /** Looks at the camera from a head that is turned away from it. */
  cleo: {
    picture: demoPicture('sample5.jpg'),
    outline: points(
      [1505, 262],
      [1430, 320],
      [1390, 410],
      [1395, 550],
      [1410, 700],
      [1465, 780],
      [1500, 810],
      [1445, 880],
      [1400, 960],
      [1410, 1100],
      [1450, 1380],
      [1840, 1380],
      [1840, 800],
      [1790, 690],
      [1770, 580],
      [1720, 450],
      [1650, 320],
      [1580, 268],
    ),
    headCentre: { x: 1495, y: 480 },
    headHeight: 390,
    tilt: 0,
    backdrop: { left: 1740, top: 300, width: 160, height: 90 },
  },
}
