/**
 * What is used of `onfido-sdk-ui`: a global `Onfido` whose `init` takes `token`, `workflowRunId`, a container and
 * callbacks. No inline styles: they would need another rule in the page's policy. Test ids: `sdk-take`, `sdk-upload`,
 * `sdk-cancel`, `sdk-status`.
 */
export const SDK_SCRIPT = `(() => {
const home = new URL(document.currentScript.src).origin
const init = ({ token, workflowRunId, containerId = 'onfido-mount', containerEl, onComplete, onError, onUserExit }) => {
  const box = document.createElement('div')
  const add = (tag, id, text) => {
    const element = document.createElement(tag)
    if (id) element.dataset.testid = id
    if (text) element.textContent = text
    box.append(element)
    return element
  }
  add('h2', '', 'Entrust Identity Verification (sandbox)')
  const video = add('video')
  video.autoplay = video.muted = video.playsInline = true
  video.width = 320
  const status = add('p', 'sdk-status')
  status.setAttribute('role', 'status')
  const take = add('button', 'sdk-take', 'Record')
  take.disabled = true
  const upload = add('input', 'sdk-upload')
  upload.type = 'file'
  upload.setAttribute('aria-label', 'Choose a picture')
  const cancel = add('button', 'sdk-cancel', 'Cancel')
  const container = containerEl ?? document.getElementById(containerId)
  container.append(box)
  let stream
  let isGone = false
  const tearDown = () => {
    isGone = true
    for (const track of stream?.getTracks() ?? []) track.stop()
    box.remove()
  }
  const send = async (picture) => {
    take.disabled = true
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
      status.textContent = 'Please try again'
      take.disabled = !stream
    }
  }
  take.addEventListener('click', () => {
    const canvas = document.createElement('canvas')
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    canvas.getContext('2d').drawImage(video, 0, 0)
    canvas.toBlob(send, 'image/jpeg', 0.92)
  })
  upload.addEventListener('change', () => upload.files[0] && send(upload.files[0]))
  cancel.addEventListener('click', () => onUserExit?.('SANDBOX_CANCELLED'))
  navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' } }).then(async (opened) => {
    if (isGone) return opened.getTracks().forEach((track) => track.stop())
    stream = opened
    video.srcObject = opened
    await video.play()
    take.disabled = false
  }).catch(() => onError?.({ type: 'permission_error', message: 'no camera' }))
  return { tearDown }
}
globalThis.Onfido = { init }
})()`
