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

/** The catalogue, and `format` to fill in the partner's name and other values. */
export const useCopy = () => {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('useCopy outside of App')
  return speech
}

/** The same with every word: for what is only shown once they are all there. */
export const useLaterCopy = () => {
  const { copy, later, ...rest } = useCopy()
  if (!later) throw new Error('useLaterCopy before the later words came')
  const all: Catalogue = { ...copy, ...later }
  return { ...rest, copy: all }
}
