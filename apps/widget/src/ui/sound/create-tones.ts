/** Hertz: an octave from "not yet" to "now"; well inside what small loudspeakers and older ears have. */
const LOW_HZ = 392
const HIGH_HZ = 784
const TONE_S = 0.09
const VOLUME = 0.12

/** Share of the steady moment between two tones. */
const STEP = 0.25

/**
 * Tones to steer by: a low one when guidance changes, rising ones while the person holds still. Made on a press of the
 * switch: browsers let no page make a sound before (Web Audio §1.1.4).
 */
export const createTones = (audio: AudioContext = new AudioContext()) => {
  let before = { code: '', step: 0 }

  const play = (frequency: number) => {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    const start = audio.currentTime
    tone.frequency.value = frequency
    // Up and down softly: a tone cut off clicks.
    volume.gain.setValueAtTime(0, start)
    volume.gain.linearRampToValueAtTime(VOLUME, start + 0.01)
    volume.gain.linearRampToValueAtTime(0, start + TONE_S)
    tone.connect(volume).connect(audio.destination)
    tone.start(start)
    tone.stop(start + TONE_S)
  }

  return {
    steer: (code: string, steadiness: number) => {
      const step = code === 'hold_still' ? Math.floor(steadiness / STEP) + 1 : 0
      if (code !== before.code || step > before.step) {
        play(step === 0 ? LOW_HZ : LOW_HZ + (HIGH_HZ - LOW_HZ) * Math.min(1, step * STEP))
      }
      before = { code, step }
    },
    close: () => {
      void audio.close()
    },
  }
}
