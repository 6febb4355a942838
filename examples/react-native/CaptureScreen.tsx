import { type ReactElement, useRef } from 'react'
import { Linking, StyleSheet } from 'react-native'
import { WebView, type WebViewMessageEvent } from 'react-native-webview'

/** Of docs/embed-protocol.md, as far as this screen needs it. */
interface CaptureEvent {
  type: string
  code?: string
  isFinal?: boolean
}

interface CaptureScreenProps {
  /** From your server: `_links.verification_url.href` of an attempt. */
  verificationUrl: string
  /** The one your server named; it is never loaded here. */
  redirectUrl: string
  /** Take the screen away and ask your server, which reads the decision. */
  onEnd: () => void
}

/**
 * The capture in a view of the web, from the app's side: the camera for Visavis and nobody else, its events, and the way
 * back. Android asks the person by itself when `android.permission.CAMERA` is in the manifest; iOS with
 * `NSCameraUsageDescription` in `Info.plist`.
 */
export const CaptureScreen = ({
  verificationUrl,
  redirectUrl,
  onEnd,
}: CaptureScreenProps): ReactElement | null => {
  const isOver = useRef(false)
  const origin = /^https:\/\/[^/]+/.exec(verificationUrl)?.[0]
  if (!origin) return null
  const isVisavis = (url: string) => url === origin || url.startsWith(`${origin}/`)

  /** What is heard first counts: the event, or the way back. */
  const end = () => {
    if (!isOver.current) onEnd()
    isOver.current = true
  }
  const hear = ({ nativeEvent }: WebViewMessageEvent) => {
    if (!isVisavis(nativeEvent.url)) return
    const { type, isFinal } = JSON.parse(nativeEvent.data) as CaptureEvent
    if (type === 'capture.completed' || type === 'capture.aborted' || isFinal) end()
  }
  const mayLoad = ({ url }: { url: string }) => {
    if (isVisavis(url) || url === 'about:blank') return true
    if (url.startsWith(redirectUrl)) end()
    // Terms, privacy, another way than the face: in the person's own browser.
    else void Linking.openURL(url)
    return false
  }

  return (
    <WebView
      style={StyleSheet.absoluteFill}
      source={{ uri: verificationUrl }}
      onMessage={hear}
      onShouldStartLoadWithRequest={mayLoad}
      setSupportMultipleWindows={false}
      mediaCapturePermissionGrantType="grantIfSameHostElseDeny"
      mediaPlaybackRequiresUserAction={false}
      allowsInlineMediaPlayback
    />
  )
}
