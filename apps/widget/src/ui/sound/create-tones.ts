import type { Steer } from '../../selfie/guidance.ts'

/** Hertz: an octave from "not yet" to "now"; well inside what small loudspeakers and older ears have. */
const LOW_HZ = 392
const HIGH_HZ = 784
/** From the ear on the side to go to; by pitch where it is up or down. */
const WAYS: Readonly<Record<Steer, { pan: number; hertz: number }>> = {
  left: { pan: -0.9, hertz: LOW_HZ },
  right: { pan: 0.9, hertz: LOW_HZ },
  up: { pan: 0, hertz: LOW_HZ * 1.25 },
  down: { pan: 0, hertz: LOW_HZ * 0.75 },
  upright: { pan: 0, hertz: LOW_HZ },
}
const NO_WAY = { pan: 0, hertz: LOW_HZ }
const TONE_S = 0.09
const VOLUME = 0.12

/** Share of the steady moment between two tones. */
const STEP = 0.25

/**
 * Tones to steer by: a low one when guidance changes, from where to go, rising ones while the person holds still. Made on a press of the
 * switch: browsers let no page make a sound before (Web Audio §1.1.4).
 */
export const createTones = (audio: AudioContext = new AudioContext()) => {
  let before = { message: '', step: 0 }

  const play = (frequency: number, pan: number) => {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    const side = audio.createStereoPanner()
    side.pan.value = pan
    const start = audio.currentTime
    tone.frequency.value = frequency
    // Up and down softly: a tone cut off clicks.
    volume.gain.setValueAtTime(0, start)
    volume.gain.linearRampToValueAtTime(VOLUME, start + 0.01)
    volume.gain.linearRampToValueAtTime(0, start + TONE_S)
    tone.connect(volume).connect(side).connect(audio.destination)
    tone.start(start)
    tone.stop(start + TONE_S)
  }

  return {
    /** `way`: which way the person has to go, where that is known. */
    steer: (code: string, steadiness: number, way: Steer | null = null) => {
      const message = `${code} ${way ?? ''}`
      const step = code === 'hold_still' ? Math.floor(steadiness / STEP) + 1 : 0
      if (message !== before.message || step > before.step) {
        const { pan, hertz } = way ? WAYS[way] : NO_WAY
        play(step === 0 ? hertz : LOW_HZ + (HIGH_HZ - LOW_HZ) * Math.min(1, step * STEP), pan)
      }
      before = { message, step }
    },
    close: () => {
      void audio.close()
    },
  }
}
