import { SDK_PANEL } from '../kit/index.ts'

/**
 * What is used of `onfido-sdk-ui`: a global `Onfido` whose `init` takes `token`, `workflowRunId`, a container and
 * callbacks.
 */
export const SDK_SCRIPT = `(() => {
const home = new URL(document.currentScript.src).origin
${SDK_PANEL}
const init = ({ token, workflowRunId, containerId = 'onfido-mount', containerEl, onComplete, onError, onUserExit }) => {
  const send = async (picture) => {
    panel.setBusy(true)
    try {
      const answer = await fetch(home + '/sdk/runs/' + encodeURIComponent(workflowRunId) + '/capture', {
        method: 'POST',
        headers: { Authorization: 'Bearer ' + token },
        body: picture,
      })
      if (answer.status === 401) return onError?.({ type: 'expired_token', message: 'expired' })
      const { error } = await answer.json()
      if (error) return onError?.({ type: error, message: error })
      onComplete?.({})
    } catch {
      panel.say('Please try again')
      panel.setBusy(false)
    }
  }
  const panel = openPanel({
    title: 'Entrust Identity Verification (sandbox)',
    takeText: 'Record',
    container: containerEl ?? document.getElementById(containerId),
    onPicture: send,
    onCancel: () => onUserExit?.('SANDBOX_CANCELLED'),
    onNoCamera: () => onError?.({ type: 'permission_error', message: 'no camera' }),
  })
  return { tearDown: panel.close }
}
globalThis.Onfido = { init }
})()`
