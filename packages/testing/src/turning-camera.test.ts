import { createContext, runInContext } from 'node:vm'
import { expect, it } from 'vitest'
import type { Species } from './heads/species.ts'
import { type TurningCameraOptions, turningCamera } from './turning-camera.ts'

const FRAME_MS = 50

/** A page without a browser: what it draws, and what it asks for. */
const openPage = async (species: Species, options: TurningCameraOptions = {}) => {
  const script = await turningCamera(species, options)
  const degreesOf = new Map(
    [...script.matchAll(/"degrees":(-?\d+),"source":"([^"]+)"/g)].map(([, degrees, source]) => [
      source,
      Number(degrees),
    ]),
  )
  const page = { ms: 0, turn: 'centre', drawn: 0, draw: () => {}, peaks: { left: 0, right: 0 } }
  const brush = {
    canvas: { width: 1280, height: 720 },
    drawImage: ({ src }: { src: string }) => {
      page.drawn = degreesOf.get(src) ?? page.drawn
    },
  }
  class Image {
    decode = async () => {}
  }
  const mediaDevices: { getUserMedia?: () => Promise<unknown> } = {}
  const canvas = { ...brush.canvas, getContext: () => brush, captureStream: () => ({ getTracks: () => [] }) }
  const setInterval = (draw: () => void) => {
    page.draw = draw
  }
  const document = {
    createElement: () => canvas,
    querySelector: (selector: string) =>
      selector === '[data-turn]' && page.turn !== '' ? { dataset: { turn: page.turn } } : null,
  }
  const performance = { now: () => page.ms }
  runInContext(
    script,
    createContext({ navigator: { mediaDevices }, Image, setInterval, document, performance }),
  )
  await mediaDevices.getUserMedia?.()
  /** What is seen so long after the page asked for that. */
  const ask = (turn: string, ms = 1600): number => {
    page.turn = turn
    for (const end = page.ms + ms; page.ms < end; ) {
      page.ms += FRAME_MS
      page.draw()
    }
    return page.drawn
  }
  return ask
}

it('turns to the side the page asks for, and back', async () => {
  const ask = await openPage('head')
  expect(Math.abs(ask('', 500))).toBeLessThanOrEqual(2)
  expect(ask('left')).toBeGreaterThan(28)
  expect(Math.abs(ask('centre'))).toBeLessThanOrEqual(2)
  expect(ask('right')).toBeLessThan(-28)
})

it('takes a moment to react, and then as long as people take', async () => {
  const ask = await openPage('head')
  ask('', 500)
  expect(Math.abs(ask('left', 200))).toBeLessThanOrEqual(2)
  const halfWay = ask('left', 450)
  expect(halfWay).toBeGreaterThan(5)
  expect(halfWay).toBeLessThan(25)
})

it('turns the wrong way', async () => {
  const ask = await openPage('wrong-way')
  ask('', 500)
  expect(ask('left')).toBeLessThan(-28)
})

it('does what an earlier run did, whatever is asked', async () => {
  const ask = await openPage('replay')
  ask('', 500)
  expect(ask('right', 1500)).toBeGreaterThan(28)
  expect(Math.abs(ask('centre', 1500))).toBeLessThanOrEqual(2)
  expect(ask('left', 1500)).toBeLessThan(-28)
})

it('holds still where it is to', async () => {
  const ask = await openPage('head', { holdsStill: true })
  for (const turn of ['', 'left', 'right']) expect(Math.abs(ask(turn))).toBeLessThanOrEqual(2)
})
