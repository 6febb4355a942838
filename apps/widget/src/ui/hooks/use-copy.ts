import type { FormatMessage } from '@visavis/shared/create-message-formatter'
import { type ComponentType, createContext, useContext } from 'react'
import type { Catalogue, LaterCatalogue } from '../../i18n/catalogue.ts'
import type { Language } from '../../i18n/load-language.ts'
import type { CameraControlsProps } from '../components/camera-controls-props.ts'

interface Speech extends Language {
  /** The words from the camera on, once they are there. */
  later: LaterCatalogue | null
  /** Joins the live picture once it is there. */
  Controls: ComponentType<CameraControlsProps> | null
  partner: string
  /** Knows `{partner}`. */
  format: FormatMessage
}

export const SpeechContext = createContext<Speech | null>(null)

/** The catalogue, `say` to fill in the partner's name and other values, and numbers the way the language writes them. */
export const useCopy = () => {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('useCopy outside of App')
  const sayPercent = (share: number) =>
    new Intl.NumberFormat(speech.locale, { style: 'percent' }).format(share)
  return { ...speech, sayPercent }
}

/** The same with every word: for what is only shown once they are all there. */
export const useLaterCopy = () => {
  const { copy, later, ...rest } = useCopy()
  if (!later) throw new Error('useLaterCopy before the later words came')
  const all: Catalogue = { ...copy, ...later }
  return { ...rest, copy: all }
}
