import type { PreviewLook, PreviewNews } from '@visavis/shared/capture-preview'
import { LOCALES } from '@visavis/shared/locales'
import { useEffect, useRef, useState } from 'react'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { LOCALE_WORDS, SCREEN_OPTIONS } from './journey-words.ts'
import type { View } from './to-look.ts'

interface PreviewProps {
  look: PreviewLook
  view: View
  onView: (change: Partial<View>) => void
  onTexts: (texts: Readonly<Record<string, string>>) => void
}

const LOCALE_OPTIONS = LOCALES.map((name) => [name, LOCALE_WORDS[name]] as const)

/** The capture page itself, with no capture behind it. */
export const Preview = ({ look, view, onView, onTexts }: PreviewProps) => {
  const frame = useRef<HTMLIFrameElement>(null)
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent<PreviewNews | undefined>) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin) return
      if (data?.type === 'preview.ready') setReady(true)
      if (data?.type === 'preview.texts') onTexts(data.texts)
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [onTexts])
  useEffect(() => {
    if (isReady) frame.current?.contentWindow?.postMessage(look, location.origin)
  }, [isReady, look])
  return (
    <section className="card preview" aria-label="Preview">
      <div className="row">
        <ChoiceField
          label="Screen"
          value={view.screen}
          options={SCREEN_OPTIONS}
          onChange={(screen) => onView({ screen })}
        />
        <ChoiceField
          label="Language"
          value={view.locale}
          options={LOCALE_OPTIONS}
          onChange={(locale) => onView({ locale })}
        />
        <ChoiceField
          label="Device"
          value={view.device}
          options={[
            ['phone', 'Phone'],
            ['desktop', 'Desktop'],
          ]}
          onChange={(device) => onView({ device })}
        />
        <ChoiceField
          label="Colours"
          value={view.scheme}
          options={[
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
          onChange={(scheme) => onView({ scheme })}
        />
      </div>
      <div className={`frame frame-${view.device}`}>
        <iframe ref={frame} title="The capture page as a preview" src="/console/preview" />
      </div>
    </section>
  )
}
