'use client'

import { type Capture, type CaptureHandlers, callHandlers, type OpenOptions, open } from '@visavis/embed'
import { type CSSProperties, forwardRef, useEffect, useImperativeHandle, useRef } from 'react'

export interface VisavisCaptureProps extends Omit<OpenOptions, 'container' | 'onEvent'>, CaptureHandlers {
  /** `inline`: where the component stands. `dialog`: over the page, for as long as the component is there. */
  display?: 'inline' | 'dialog'
  className?: string
  style?: CSSProperties
}

/** What a ref to the component holds. */
export type VisavisCaptureHandle = Pick<Capture, 'close' | 'remove'>

/**
 * Shows the capture page of `verificationUrl`. Another address shows another capture; going away takes the frame
 * along and ends nothing. On a server: an empty `div`.
 */
export const VisavisCapture = forwardRef<VisavisCaptureHandle, VisavisCaptureProps>((props, ref) => {
  const { verificationUrl, display = 'inline', locale, theme, className, style } = props
  const place = useRef<HTMLDivElement>(null)
  const capture = useRef<Capture>(null)
  // What is said or asked for meanwhile must not load the frame anew.
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useImperativeHandle(
    ref,
    () => ({ close: () => capture.current?.close(), remove: () => capture.current?.remove() }),
    [],
  )

  useEffect(() => {
    const container = display === 'inline' ? place.current : undefined
    if (container === null) return
    const opened = open({
      ...latest.current,
      verificationUrl,
      container,
      onEvent: (event) => callHandlers(latest.current, event),
    })
    capture.current = opened
    void opened.closed.then(() => {
      if (capture.current === opened) latest.current.onClosed?.()
    })
    return () => {
      capture.current = null
      opened.remove()
    }
  }, [verificationUrl, display])
  useEffect(() => {
    if (locale) capture.current?.setLocale(locale)
  }, [locale])
  useEffect(() => {
    if (theme) capture.current?.setTheme(theme)
  }, [theme])

  return <div ref={place} className={className} style={style} />
})
VisavisCapture.displayName = 'VisavisCapture'
