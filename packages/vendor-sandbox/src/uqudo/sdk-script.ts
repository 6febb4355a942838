import { SDK_PANEL } from '../kit/index.ts'

/**
 * The documented surface of `uqudosdk-web`: a global `UqudoSDK` whose default export creates an SDK with
 * `faceSession`. Draws over the whole page.
 */
export const SDK_SCRIPT = `(() => {
const home = new URL(document.currentScript.src).origin
${SDK_PANEL}
const styles = {
  box: 'position:fixed;inset:0;z-index:9;background:#fff;color:#222;padding:1rem;overflow:auto;text-align:center',
  video: 'display:block;margin:1rem auto;width:min(100%,20rem);background:#ddd',
}
const faceSession = ({ accessToken, nonce }, { sessionId, maxAttempts = 3, minimumMatchLevel = 3, returnDataForIncompleteSession = false, onSuccess, onError }) => {
  const end = (tell, value) => {
    panel.close()
    tell?.(value)
  }
  const fail = (code, data) => end(onError, Object.assign(new Error(code), { code, data }))
  const send = async (picture) => {
    panel.setBusy(true)
    try {
      const query = new URLSearchParams({ attempts: maxAttempts, level: minimumMatchLevel })
      const answer = await fetch(home + '/sdk/sessions/' + sessionId + '/selfie?' + query, {
        method: 'POST',
        headers: { Authorization: 'Bearer ' + accessToken, ...(nonce ? { 'UQ-Nonce': nonce } : {}) },
        body: picture,
      })
      if (answer.status === 401) return fail('UNAUTHORIZED')
      const { result, retry, error, data } = await answer.json()
      if (result) return end(onSuccess, result)
      if (error) return fail(error, returnDataForIncompleteSession ? data : undefined)
      panel.say(retry)
    } catch {
      panel.say('UNEXPECTED_ERROR')
    }
    panel.setBusy(false)
  }
  const panel = openPanel({
    title: 'uqudo face session (sandbox)',
    takeText: 'Take picture',
    container: document.body,
    styles,
    onPicture: send,
    onCancel: () => fail('USER_CANCEL'),
    onNoCamera: () => fail('MEDIA_NOT_ALLOWED_ERROR'),
  })
}
globalThis.UqudoSDK = { default: { create: (config) => ({ faceSession: (session) => faceSession(config, session) }) } }
})()`
