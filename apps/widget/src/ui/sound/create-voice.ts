import { createPacer } from './create-pacer.ts'

/** A sentence of guidance takes about this long to say. */
export const SENTENCE_MS = 2500

/** The guidance, spoken by the device itself in the page's language, in its own time; silent where it has no voices. */
export const createVoice = (locale: string, speech = globalThis.speechSynthesis) => {
  const pacer = createPacer((text) => {
    const sentence = new SpeechSynthesisUtterance(text)
    sentence.lang = locale
    // What is no longer true is not said to its end.
    speech.cancel()
    speech.speak(sentence)
  })
  return {
    say: (text: string, gapMs: number) => speech && pacer.offer(text, gapMs),
    close: () => {
      pacer.stop()
      speech?.cancel()
    },
  }
}
