/** What an app leaves in the pages of its own web view for them to speak to it. */
export interface App {
  postMessage(text: string): void
}

/** Where each kind of app does so. */
interface AppWindow {
  /** `react-native-webview`. */
  ReactNativeWebView?: App
  /** `WKUserContentController.add(_:name:)`. */
  webkit?: { messageHandlers?: { visavis?: App } }
  /** `WebViewCompat.addWebMessageListener` and `addJavascriptInterface` of Android, a `JavaScriptChannel` of Flutter. */
  visavis?: App
}

/** The app around this page, if there is one that listens. */
export const findApp = (page: object): App | undefined => {
  const { ReactNativeWebView, webkit, visavis } = page as AppWindow
  return ReactNativeWebView ?? webkit?.messageHandlers?.visavis ?? visavis
}
