import { expect, it, vi } from 'vitest'
import { createTones } from './create-tones.ts'

/** The part of `AudioContext` in use; notes the frequency of each tone. */
const fakeAudio = () => {
  const played: number[] = []
  const node = { connect: (next: unknown) => next }
  const audio = {
    currentTime: 0,
    destination: {},
    createGain: () => ({
      ...node,
      gain: { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} },
    }),
    createOscillator: () => {
      const frequency = { value: 0 }
      return { ...node, frequency, start: () => played.push(frequency.value), stop: () => {} }
    },
    close: vi.fn(async () => {}),
  }
  return { audio, played, ...createTones(audio as unknown as AudioContext) }
}

it('a low tone for each new message, none while it stays', () => {
  const { steer, played } = fakeAudio()
  steer('too_far', 0)
  steer('too_far', 0)
  steer('off_centre', 0)
  expect(played).toEqual([392, 392])
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
