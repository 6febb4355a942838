import { useEffect, useState } from 'react'
import { recall, remember } from '../../memory.ts'
import type { Steer } from '../../selfie/guidance.ts'
import { createTones } from '../sound/create-tones.ts'
import { createVoice } from '../sound/create-voice.ts'

interface Guide {
  text: string
  code: string
  /** Which way to go, where that is known. */
  steer: Steer | null
  /** 0 to 1. */
  steadiness: number
  /** Between two sentences. */
  gapMs: number
  locale: string
  /** Until the person says what they want. */
  isOnAtFirst: boolean
}

/** Voice and tones for the guidance, while the person has them on. */
export const useSound = ({ text, code, steer, steadiness, gapMs, locale, isOnAtFirst }: Guide) => {
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
    parts?.voice.say(text, gapMs)
  }, [parts, text, gapMs])
  useEffect(() => {
    parts?.tones.steer(code, steadiness, steer)
  }, [parts, code, steadiness, steer])

  const toggle = () => {
    remember('sound', isOn ? 'off' : 'on')
    setOn(!isOn)
  }
  return { isOn, toggle }
}
