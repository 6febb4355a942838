import { useEffect, useState } from 'react'
import type { Steer } from '../../capture/guidance.ts'
import { recall, remember } from '../../memory.ts'
import { createTones } from '../sound/create-tones.ts'
import { createVoice } from '../sound/create-voice.ts'

const FOUND_BUZZ_MS = 40

interface Guide {
  text: string
  code: string
  /** Which way to go, where that is known. */
  steer: Steer | null
  /** 0 to 1. */
  steadiness: number
  locale: string
  /** Until the person says what they want. */
  isOnAtFirst: boolean
}

/** Voice and tones for the guidance, while the person has them on; and a touch when all is well. */
export const useSound = ({ text, code, steer, steadiness, locale, isOnAtFirst }: Guide) => {
  const [isOn, setOn] = useState(() => (recall('sound') ?? (isOnAtFirst ? 'on' : 'off')) === 'on')
  const [parts, setParts] = useState<{
    voice: ReturnType<typeof createVoice>
    tones: ReturnType<typeof createTones>
  } | null>(null)

  useEffect(() => {
    if (!isOn) return
    const made = { voice: createVoice(locale), tones: createTones() }
    setParts(made)
    return () => {
      made.voice.close()
      made.tones.close()
      setParts(null)
    }
  }, [isOn, locale])
  useEffect(() => {
    parts?.voice.say(text)
  }, [parts, text])
  useEffect(() => {
    parts?.tones.steer(code, steadiness, steer)
  }, [parts, code, steadiness, steer])
  const isFound = code === 'hold_still'
  useEffect(() => {
    // Absent on iPhones; refused, with a word in the console, before the first touch (Vibration API §4).
    if (isFound && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(FOUND_BUZZ_MS)
  }, [isFound])

  const toggle = () => {
    remember('sound', isOn ? 'off' : 'on')
    setOn(!isOn)
  }
  return { isOn, toggle }
}
