'use client'

import { type Capture, type OpenOptions, open } from '@visavis/embed'
import { type CSSProperties, useEffect, useRef } from 'react'

export interface VisavisCaptureProps extends Omit<OpenOptions, 'container'> {
  /** `inline`: where the component stands. `dialog`: over the page, for as long as the component is there. */
  display?: 'inline' | 'dialog'
  className?: string
  style?: CSSProperties
}

/**
 * Shows the capture page of `verificationUrl`. Another address shows another capture; going away takes the frame
 * along and ends nothing. On a server: an empty `div`.
 */
export const VisavisCapture = ({
  verificationUrl,
  display = 'inline',
  locale,
  theme,
  title,
  closeLabel,
  onEvent,
  className,
  style,
}: VisavisCaptureProps) => {
  const place = useRef<HTMLDivElement>(null)
  const capture = useRef<Capture>(null)
  // What is said or asked for meanwhile must not load the frame anew.
  const latest = useRef({ onEvent, locale, theme, title, closeLabel })
  useEffect(() => {
    latest.current = { onEvent, locale, theme, title, closeLabel }
  })

  useEffect(() => {
    const container = display === 'inline' ? place.current : undefined
    if (container === null) return
    const { onEvent: _, ...options } = latest.current
    const opened = open({
      ...options,
      verificationUrl,
      container,
      onEvent: (event) => latest.current.onEvent?.(event),
    })
    capture.current = opened
    return () => opened.remove()
  }, [verificationUrl, display])
  useEffect(() => {
    if (locale) capture.current?.setLocale(locale)
  }, [locale])
  useEffect(() => {
    if (theme) capture.current?.setTheme(theme)
  }, [theme])

  return <div ref={place} className={className} style={style} />
}
