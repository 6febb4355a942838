import { expect, it, vi } from 'vitest'
import { createTones } from './create-tones.ts'

/** The part of `AudioContext` in use; notes the frequency and the side of each tone. */
const fakeAudio = () => {
  const played: number[] = []
  const pans: { value: number }[] = []
  const node = { connect: (next: unknown) => next }
  const audio = {
    currentTime: 0,
    destination: {},
    createGain: () => ({
      ...node,
      gain: { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} },
    }),
    createStereoPanner: () => {
      const pan = { value: 0 }
      pans.push(pan)
      return { ...node, pan }
    },
    createOscillator: () => {
      const frequency = { value: 0 }
      return { ...node, frequency, start: () => played.push(frequency.value), stop: () => {} }
    },
    close: vi.fn(async () => {}),
  }
  return { audio, played, pans, ...createTones(audio as unknown as AudioContext) }
}

it('a low tone for each new message, none while it stays', () => {
  const { steer, played } = fakeAudio()
  steer('too_far', 0)
  steer('too_far', 0)
  steer('off_centre', 0)
  expect(played).toEqual([392, 392])
})

it('comes from where to go, and goes up and down with it', () => {
  const { steer, played, pans } = fakeAudio()
  for (const way of ['left', 'right', 'up', 'down'] as const) steer('turned', 0, way)
  const sides = pans.map(({ value }) => Math.sign(value))
  expect(sides).toEqual([-1, 1, 0, 0])
  const [left = 0, right = 0, up = 0, down = 0] = played
  expect(left).toBe(right)
  expect(up).toBeGreaterThan(left)
  expect(down).toBeLessThan(left)
})

it('rises while the person holds still', () => {
  const { steer, played } = fakeAudio()
  for (const steadiness of [0, 0.1, 0.3, 0.6, 0.9, 1]) steer('hold_still', steadiness)
  expect(played).toEqual([490, 588, 686, 784, 784])
})

it('lets the loudspeaker go', () => {
  const { audio, close } = fakeAudio()
  close()
  expect(audio.close).toHaveBeenCalledOnce()
})
