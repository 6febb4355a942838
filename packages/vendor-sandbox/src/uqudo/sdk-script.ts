/**
 * The documented surface of `uqudosdk-web`: a global `UqudoSDK` whose default export creates an SDK with
 * `faceSession`. Draws over the whole page. Test ids: `sdk-take`, `sdk-upload`, `sdk-cancel`, `sdk-status`.
 */
export const SDK_SCRIPT = `(() => {
const home = new URL(document.currentScript.src).origin
const open = () => {
  const box = document.createElement('div')
  box.style.cssText = 'position:fixed;inset:0;z-index:9;background:#fff;color:#222;padding:1rem;overflow:auto;text-align:center'
  const add = (tag, id, text) => {
    const element = document.createElement(tag)
    if (id) element.dataset.testid = id
    if (text) element.textContent = text
    box.append(element)
    return element
  }
  add('h2', '', 'uqudo face session (sandbox)')
  const video = add('video')
  video.autoplay = video.muted = video.playsInline = true
  video.style.cssText = 'display:block;margin:1rem auto;width:min(100%,20rem);background:#ddd'
  const status = add('p', 'sdk-status')
  status.setAttribute('role', 'status')
  const take = add('button', 'sdk-take', 'Take picture')
  take.disabled = true
  const upload = add('input', 'sdk-upload')
  upload.type = 'file'
  const cancel = add('button', 'sdk-cancel', 'Cancel')
  document.body.append(box)
  return { box, video, status, take, upload, cancel }
}
const faceSession = ({ accessToken, nonce }, { sessionId, maxAttempts = 3, minimumMatchLevel = 3, returnDataForIncompleteSession = false, onSuccess, onError }) => {
  const ui = open()
  let stream
  const end = (tell, value) => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    ui.box.remove()
    tell?.(value)
  }
  const fail = (code, data) => end(onError, Object.assign(new Error(code), { code, data }))
  const send = async (picture) => {
    ui.take.disabled = true
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
      ui.status.textContent = retry
    } catch {
      ui.status.textContent = 'UNEXPECTED_ERROR'
    }
    ui.take.disabled = !stream
  }
  ui.take.addEventListener('click', () => {
    const canvas = document.createElement('canvas')
    canvas.width = ui.video.videoWidth
    canvas.height = ui.video.videoHeight
    canvas.getContext('2d').drawImage(ui.video, 0, 0)
    canvas.toBlob(send, 'image/jpeg', 0.92)
  })
  ui.upload.addEventListener('change', () => ui.upload.files[0] && send(ui.upload.files[0]))
  ui.cancel.addEventListener('click', () => fail('USER_CANCEL'))
  navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' } }).then(async (opened) => {
    stream = opened
    ui.video.srcObject = opened
    await ui.video.play()
    ui.take.disabled = false
  }).catch(() => fail('MEDIA_NOT_ALLOWED_ERROR'))
}
globalThis.UqudoSDK = { default: { create: (config) => ({ faceSession: (session) => faceSession(config, session) }) } }
})()`
